-- itsm4j schema, version 5, for PostgreSQL 14 or newer: problems, requests and releases. Every statement may be run again.
-- Columns named _at and _until hold microseconds since 1970-01-01T00:00:00Z.

create table if not exists itsm_problem (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    origin varchar(20) collate "C" not null,
    symptoms text,
    rca_method varchar(100) collate "C",
    root_cause text,
    cause_category varchar(100) collate "C",
    factors text not null,
    workaround text,
    workaround_at bigint,
    known_error_at bigint,
    permanent_fix text,
    fixed_at bigint,
    risk_until bigint,
    risk_by varchar(100) collate "C",
    risk_reason text,
    recurrence_days integer not null,
    primary key (id)
);
create index if not exists ix_itsm_problem_known on itsm_problem (tenant, known_error_at, id);
create index if not exists ix_itsm_problem_origin on itsm_problem (tenant, origin, id);
create index if not exists ix_itsm_problem_cause on itsm_problem (tenant, cause_category, id);
create index if not exists ix_itsm_problem_fixed on itsm_problem (tenant, fixed_at, id);

create table if not exists itsm_request (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    order_id varchar(36) collate "C",
    item_key varchar(100) collate "C" not null,
    item_revision bigint not null,
    item_hash varchar(64) collate "C" not null,
    quantity integer not null,
    answers text not null,
    price_minor bigint,
    currency varchar(3) collate "C",
    approval_policy varchar(100) collate "C",
    approval_id varchar(36) collate "C",
    approval_state varchar(20) collate "C",
    deliver_by bigint,
    plan_tasks text not null,
    outcome text,
    primary key (id)
);
create index if not exists ix_itsm_request_order on itsm_request (tenant, order_id, id);
create index if not exists ix_itsm_request_item on itsm_request (tenant, item_key, id);

create table if not exists itsm_order (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    order_number varchar(40) collate "C" not null,
    requester varchar(100) collate "C" not null,
    opened_for varchar(100) collate "C" not null,
    placed_at bigint not null,
    items text not null,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) collate "C" not null,
    primary key (id)
);
create index if not exists ix_itsm_order_requester on itsm_order (tenant, requester, placed_at, id);
create index if not exists ix_itsm_order_opened_for on itsm_order (tenant, opened_for, placed_at, id);
create index if not exists ix_itsm_order_placed on itsm_order (tenant, placed_at, id);
create unique index if not exists uq_itsm_order_number on itsm_order (tenant, order_number);

create table if not exists itsm_release (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    release_version varchar(100) collate "C",
    environments text not null,
    gates text not null,
    approvals text not null,
    configuration text not null,
    planned_from bigint,
    planned_to bigint,
    backout_plan text,
    running_id varchar(36) collate "C",
    deployed text not null,
    is_written boolean not null,
    baseline_before varchar(200) collate "C",
    baseline_after varchar(200) collate "C",
    review text,
    primary key (id)
);
create index if not exists ix_itsm_release_planned on itsm_release (tenant, planned_from, id);

create table if not exists itsm_deployment (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    release_id varchar(36) collate "C" not null,
    environment varchar(100) collate "C" not null,
    is_production boolean not null,
    started_by varchar(100) collate "C" not null,
    started_at bigint not null,
    ended_at bigint,
    outcome varchar(20) collate "C" not null,
    rollback_of varchar(36) collate "C",
    change_id varchar(36) collate "C",
    primary key (id)
);
create index if not exists ix_itsm_deployment_release on itsm_deployment (tenant, release_id, started_at, id);
create index if not exists ix_itsm_deployment_started on itsm_deployment (tenant, is_production, started_at, id);
create index if not exists ix_itsm_deployment_ended on itsm_deployment (tenant, is_production, ended_at, outcome);

insert into itsm_schema (schema_version)
select 5 where not exists (select 1 from itsm_schema where schema_version = 5);
