-- itsm4j schema, changes, for MariaDB 10.6 or newer. Every statement may be run again.
-- Columns named _at hold microseconds since 1970-01-01T00:00:00Z.

create table if not exists itsm_change (
    id varchar(36) not null,
    tenant varchar(64) not null,
    change_kind varchar(20) not null,
    template_id varchar(36),
    reason longtext,
    justification longtext,
    risk_score integer not null,
    risk_level varchar(20),
    risk_model integer not null,
    implementation_plan longtext,
    test_plan longtext,
    backout_plan longtext,
    communication_plan longtext,
    planned_start_at bigint,
    planned_end_at bigint,
    downtime_minutes bigint not null,
    actual_start_at bigint,
    actual_end_at bigint,
    approval_id varchar(36),
    approval_state varchar(20),
    approval_owed_at bigint,
    board_id varchar(36),
    freeze_waived_by varchar(100),
    conflict_waived_by varchar(100),
    outcome varchar(20),
    outcome_notes longtext,
    review_notes longtext,
    follow_up longtext,
    planned_edits integer not null,
    key ix_itsm_change_window (tenant, planned_end_at, planned_start_at, id),
    key ix_itsm_change_kind (tenant, change_kind, id),
    key ix_itsm_change_risk (tenant, risk_level, id),
    key ix_itsm_change_outcome (tenant, outcome, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_change_board (
    id varchar(36) not null,
    tenant varchar(64) not null,
    change_id varchar(36) not null,
    agenda longtext not null,
    meets_at bigint not null,
    approvers longtext not null,
    advisers longtext not null,
    quorum integer not null,
    state_name varchar(20) not null,
    attendees longtext not null,
    minutes_text longtext,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    key ix_itsm_change_board_change (tenant, change_id),
    key ix_itsm_change_board_meets (tenant, state_name, meets_at, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_change_window (
    id varchar(36) not null,
    tenant varchar(64) not null,
    window_kind varchar(20) not null,
    window_name varchar(100) not null,
    scope_name varchar(20) not null,
    scope_ref varchar(100) not null,
    starts_at bigint not null,
    ends_at bigint not null,
    zone_name varchar(60) not null,
    recurrence_rule varchar(1000),
    withdrawn_at bigint,
    over_at bigint not null,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    key ix_itsm_change_window_over (tenant, over_at, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_standard_change (
    id varchar(36) not null,
    tenant varchar(64) not null,
    template_name varchar(100) not null,
    title varchar(200) not null,
    template_reason longtext not null,
    implementation_plan longtext,
    test_plan longtext,
    backout_plan longtext,
    communication_plan longtext,
    downtime_minutes bigint not null,
    state_name varchar(20) not null,
    proposed_by varchar(100) not null,
    decided_by varchar(100),
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    unique key uq_itsm_standard_change_name (tenant, template_name),
    key ix_itsm_standard_change_state (tenant, state_name, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_booking (
    id varchar(36) not null,
    tenant varchar(64) not null,
    change_id varchar(36) not null,
    change_number varchar(40) not null,
    ci_ref varchar(100) not null,
    is_direct boolean not null,
    is_lead boolean not null,
    starts_at bigint not null,
    ends_at bigint not null,
    key ix_itsm_booking_ci (tenant, ci_ref, ends_at, starts_at),
    key ix_itsm_booking_change (tenant, change_id),
    key ix_itsm_booking_ahead (tenant, is_lead, starts_at, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

insert into itsm_schema (schema_version)
select 4 from (select 1) one where not exists (select 1 from itsm_schema where schema_version = 4);
