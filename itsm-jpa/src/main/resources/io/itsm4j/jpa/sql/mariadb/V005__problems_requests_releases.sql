-- itsm4j schema, version 5, for MariaDB 10.6 or newer: problems, requests and releases. Every statement may be run again.
-- Columns named _at and _until hold microseconds since 1970-01-01T00:00:00Z.

create table if not exists itsm_problem (
    id varchar(36) not null,
    tenant varchar(64) not null,
    origin varchar(20) not null,
    symptoms longtext,
    rca_method varchar(100),
    root_cause longtext,
    cause_category varchar(100),
    factors longtext not null,
    workaround longtext,
    workaround_at bigint,
    known_error_at bigint,
    permanent_fix longtext,
    fixed_at bigint,
    risk_until bigint,
    risk_by varchar(100),
    risk_reason longtext,
    recurrence_days integer not null,
    key ix_itsm_problem_known (tenant, known_error_at, id),
    key ix_itsm_problem_origin (tenant, origin, id),
    key ix_itsm_problem_cause (tenant, cause_category, id),
    key ix_itsm_problem_fixed (tenant, fixed_at, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_request (
    id varchar(36) not null,
    tenant varchar(64) not null,
    order_id varchar(36),
    item_key varchar(100) not null,
    item_revision bigint not null,
    item_hash varchar(64) not null,
    quantity integer not null,
    answers longtext not null,
    price_minor bigint,
    currency varchar(3),
    approval_policy varchar(100),
    approval_id varchar(36),
    approval_state varchar(20),
    deliver_by bigint,
    plan_tasks longtext not null,
    outcome longtext,
    key ix_itsm_request_order (tenant, order_id, id),
    key ix_itsm_request_item (tenant, item_key, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_order (
    id varchar(36) not null,
    tenant varchar(64) not null,
    order_number varchar(40) not null,
    requester varchar(100) not null,
    opened_for varchar(100) not null,
    placed_at bigint not null,
    items longtext not null,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    key ix_itsm_order_requester (tenant, requester, placed_at, id),
    key ix_itsm_order_opened_for (tenant, opened_for, placed_at, id),
    key ix_itsm_order_placed (tenant, placed_at, id),
    unique key uq_itsm_order_number (tenant, order_number),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_release (
    id varchar(36) not null,
    tenant varchar(64) not null,
    release_version varchar(100),
    environments longtext not null,
    gates longtext not null,
    approvals longtext not null,
    configuration longtext not null,
    planned_from bigint,
    planned_to bigint,
    backout_plan longtext,
    running_id varchar(36),
    deployed longtext not null,
    is_written boolean not null,
    baseline_before varchar(200),
    baseline_after varchar(200),
    review longtext,
    key ix_itsm_release_planned (tenant, planned_from, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_deployment (
    id varchar(36) not null,
    tenant varchar(64) not null,
    release_id varchar(36) not null,
    environment varchar(100) not null,
    is_production boolean not null,
    started_by varchar(100) not null,
    started_at bigint not null,
    ended_at bigint,
    outcome varchar(20) not null,
    rollback_of varchar(36),
    change_id varchar(36),
    key ix_itsm_deployment_release (tenant, release_id, started_at, id),
    key ix_itsm_deployment_started (tenant, is_production, started_at, id),
    key ix_itsm_deployment_ended (tenant, is_production, ended_at, outcome),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

insert into itsm_schema (schema_version)
select 5 from (select 1) one where not exists (select 1 from itsm_schema where schema_version = 5);
