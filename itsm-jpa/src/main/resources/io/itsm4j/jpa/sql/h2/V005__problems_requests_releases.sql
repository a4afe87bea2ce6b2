-- itsm4j schema, version 5, for H2 2.2 or newer: problems, requests and releases. Every statement may be run again.
-- Columns named _at and _until hold microseconds since 1970-01-01T00:00:00Z.

create table if not exists itsm_problem (
    id varchar(36) not null,
    tenant varchar(64) not null,
    origin varchar(20) not null,
    symptoms varchar(1000000),
    rca_method varchar(200),
    root_cause varchar(1000000),
    cause_category varchar(200),
    factors varchar(1000000) not null,
    workaround varchar(1000000),
    workaround_at bigint,
    known_error_at bigint,
    permanent_fix varchar(1000000),
    fixed_at bigint,
    risk_until bigint,
    risk_by varchar(200),
    risk_reason varchar(1000000),
    recurrence_days integer not null,
    primary key (id)
);
create index if not exists ix_itsm_problem_known on itsm_problem (tenant, known_error_at, id);
create index if not exists ix_itsm_problem_origin on itsm_problem (tenant, origin, id);
create index if not exists ix_itsm_problem_cause on itsm_problem (tenant, cause_category, id);
create index if not exists ix_itsm_problem_fixed on itsm_problem (tenant, fixed_at, id);

create table if not exists itsm_request (
    id varchar(36) not null,
    tenant varchar(64) not null,
    order_id varchar(36),
    item_key varchar(100) not null,
    item_revision bigint not null,
    item_hash varchar(64) not null,
    quantity integer not null,
    answers varchar(1000000) not null,
    price_minor bigint,
    currency varchar(3),
    approval_policy varchar(100),
    approval_id varchar(36),
    approval_state varchar(20),
    deliver_by bigint,
    plan_tasks varchar(1000000) not null,
    outcome varchar(1000000),
    primary key (id)
);
create index if not exists ix_itsm_request_order on itsm_request (tenant, order_id, id);
create index if not exists ix_itsm_request_item on itsm_request (tenant, item_key, id);

create table if not exists itsm_order (
    id varchar(36) not null,
    tenant varchar(64) not null,
    order_number varchar(40) not null,
    requester varchar(200) not null,
    opened_for varchar(200) not null,
    placed_at bigint not null,
    items varchar(1000000) not null,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    primary key (id)
);
create index if not exists ix_itsm_order_requester on itsm_order (tenant, requester, placed_at, id);
create index if not exists ix_itsm_order_opened_for on itsm_order (tenant, opened_for, placed_at, id);
create index if not exists ix_itsm_order_placed on itsm_order (tenant, placed_at, id);
create unique index if not exists uq_itsm_order_number on itsm_order (tenant, order_number);

create table if not exists itsm_release (
    id varchar(36) not null,
    tenant varchar(64) not null,
    release_version varchar(200),
    environments varchar(1000000) not null,
    gates varchar(1000000) not null,
    approvals varchar(1000000) not null,
    configuration varchar(1000000) not null,
    planned_from bigint,
    planned_to bigint,
    backout_plan varchar(1000000),
    running_id varchar(36),
    deployed varchar(1000000) not null,
    is_written boolean not null,
    baseline_before varchar(400),
    baseline_after varchar(400),
    review varchar(1000000),
    primary key (id)
);
create index if not exists ix_itsm_release_planned on itsm_release (tenant, planned_from, id);

create table if not exists itsm_deployment (
    id varchar(36) not null,
    tenant varchar(64) not null,
    release_id varchar(36) not null,
    environment varchar(200) not null,
    is_production boolean not null,
    started_by varchar(200) not null,
    started_at bigint not null,
    ended_at bigint,
    outcome varchar(20) not null,
    rollback_of varchar(36),
    change_id varchar(36),
    primary key (id)
);
create index if not exists ix_itsm_deployment_release on itsm_deployment (tenant, release_id, started_at, id);
create index if not exists ix_itsm_deployment_started on itsm_deployment (tenant, is_production, started_at, id);
create index if not exists ix_itsm_deployment_ended on itsm_deployment (tenant, is_production, ended_at, outcome);

insert into itsm_schema (schema_version)
select 5 where not exists (select 1 from itsm_schema where schema_version = 5);
