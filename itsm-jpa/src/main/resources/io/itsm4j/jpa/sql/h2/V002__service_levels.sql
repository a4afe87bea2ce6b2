-- itsm4j schema, version 2: the clocks of service levels, for H2 2.2 or newer. Every statement may be run again.
-- Columns named _at hold microseconds since 1970-01-01T00:00:00Z, those named _micros microseconds of working time.

create table if not exists itsm_sla_clock (
    id varchar(36) not null,
    tenant varchar(64) not null,
    ticket_id varchar(36) not null,
    ticket_number varchar(40) not null,
    ticket_type varchar(60) not null,
    agreement_key varchar(60) not null,
    agreement_revision bigint not null,
    definition_hash varchar(64) not null,
    agreement_kind varchar(10) not null,
    metric varchar(40) not null,
    holder varchar(200) not null,
    target_name varchar(60) not null,
    clock_cycle integer not null,
    clock_status varchar(20) not null,
    is_open boolean not null,
    is_breached boolean not null,
    started_at bigint not null,
    due_at bigint not null,
    next_at bigint not null,
    half_at bigint not null,
    three_quarters_at bigint not null,
    nine_tenths_at bigint not null,
    elapsed_micros bigint not null,
    target_micros bigint not null,
    breached_at bigint,
    ended_at bigint,
    calendar_hash varchar(64) not null,
    priority bigint not null,
    support_group varchar(200),
    service_ref varchar(400),
    customer varchar(400),
    restricted_to varchar(1000000) not null,
    primary key (id)
);
create index if not exists ix_itsm_sla_clock_ticket on itsm_sla_clock (tenant, ticket_id, id);
create index if not exists ix_itsm_sla_clock_next on itsm_sla_clock (tenant, is_open, next_at, id);
create index if not exists ix_itsm_sla_clock_due on itsm_sla_clock (tenant, is_open, due_at, id);
create index if not exists ix_itsm_sla_clock_half on itsm_sla_clock (tenant, is_open, half_at, id);
create index if not exists ix_itsm_sla_clock_quarters on itsm_sla_clock (tenant, is_open, three_quarters_at, id);
create index if not exists ix_itsm_sla_clock_tenths on itsm_sla_clock (tenant, is_open, nine_tenths_at, id);
create index if not exists ix_itsm_sla_clock_breached on itsm_sla_clock (tenant, is_breached, started_at, id);
create index if not exists ix_itsm_sla_clock_agreement on itsm_sla_clock (tenant, agreement_key, started_at, id);
create index if not exists ix_itsm_sla_clock_holder on itsm_sla_clock (tenant, agreement_kind, holder, started_at, id);
create index if not exists ix_itsm_sla_clock_started on itsm_sla_clock (tenant, started_at, id);

create table if not exists itsm_sla_waiver (
    id varchar(36) not null,
    tenant varchar(64) not null,
    ticket_id varchar(36) not null,
    clock_id varchar(36) not null,
    agreement_key varchar(60) not null,
    metric varchar(40) not null,
    breached_at bigint not null,
    reason varchar(1000000) not null,
    approved_by varchar(200) not null,
    approved_at bigint not null,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    primary key (id)
);
create unique index if not exists uq_itsm_sla_waiver_clock on itsm_sla_waiver (tenant, clock_id);
create index if not exists ix_itsm_sla_waiver_ticket on itsm_sla_waiver (tenant, ticket_id, approved_at, id);

insert into itsm_schema (schema_version)
select 2 where not exists (select 1 from itsm_schema where schema_version = 2);
