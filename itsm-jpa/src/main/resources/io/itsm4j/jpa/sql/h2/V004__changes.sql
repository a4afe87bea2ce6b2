-- itsm4j schema, changes, for H2 2.2 or newer. Every statement may be run again.
-- Columns named _at hold microseconds since 1970-01-01T00:00:00Z.

create table if not exists itsm_change (
    id varchar(36) not null,
    tenant varchar(64) not null,
    change_kind varchar(20) not null,
    template_id varchar(36),
    reason varchar(1000000),
    justification varchar(1000000),
    risk_score integer not null,
    risk_level varchar(20),
    risk_model integer not null,
    implementation_plan varchar(1000000),
    test_plan varchar(1000000),
    backout_plan varchar(1000000),
    communication_plan varchar(1000000),
    planned_start_at bigint,
    planned_end_at bigint,
    downtime_minutes bigint not null,
    actual_start_at bigint,
    actual_end_at bigint,
    approval_id varchar(36),
    approval_state varchar(20),
    approval_owed_at bigint,
    board_id varchar(36),
    freeze_waived_by varchar(200),
    conflict_waived_by varchar(200),
    outcome varchar(20),
    outcome_notes varchar(1000000),
    review_notes varchar(1000000),
    follow_up varchar(1000000),
    planned_edits integer not null,
    primary key (id)
);
create index if not exists ix_itsm_change_window on itsm_change (tenant, planned_end_at, planned_start_at, id);
create index if not exists ix_itsm_change_kind on itsm_change (tenant, change_kind, id);
create index if not exists ix_itsm_change_risk on itsm_change (tenant, risk_level, id);
create index if not exists ix_itsm_change_outcome on itsm_change (tenant, outcome, id);

create table if not exists itsm_change_board (
    id varchar(36) not null,
    tenant varchar(64) not null,
    change_id varchar(36) not null,
    agenda varchar(1000000) not null,
    meets_at bigint not null,
    approvers varchar(1000000) not null,
    advisers varchar(1000000) not null,
    quorum integer not null,
    state_name varchar(20) not null,
    attendees varchar(1000000) not null,
    minutes_text varchar(1000000),
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    primary key (id)
);
create index if not exists ix_itsm_change_board_change on itsm_change_board (tenant, change_id);
create index if not exists ix_itsm_change_board_meets on itsm_change_board (tenant, state_name, meets_at, id);

create table if not exists itsm_change_window (
    id varchar(36) not null,
    tenant varchar(64) not null,
    window_kind varchar(20) not null,
    window_name varchar(200) not null,
    scope_name varchar(20) not null,
    scope_ref varchar(200) not null,
    starts_at bigint not null,
    ends_at bigint not null,
    zone_name varchar(60) not null,
    recurrence_rule varchar(2000),
    withdrawn_at bigint,
    over_at bigint not null,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    primary key (id)
);
create index if not exists ix_itsm_change_window_over on itsm_change_window (tenant, over_at, id);

create table if not exists itsm_standard_change (
    id varchar(36) not null,
    tenant varchar(64) not null,
    template_name varchar(200) not null,
    title varchar(400) not null,
    template_reason varchar(1000000) not null,
    implementation_plan varchar(1000000),
    test_plan varchar(1000000),
    backout_plan varchar(1000000),
    communication_plan varchar(1000000),
    downtime_minutes bigint not null,
    state_name varchar(20) not null,
    proposed_by varchar(200) not null,
    decided_by varchar(200),
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    primary key (id)
);
create unique index if not exists uq_itsm_standard_change_name on itsm_standard_change (tenant, template_name);
create index if not exists ix_itsm_standard_change_state on itsm_standard_change (tenant, state_name, id);

create table if not exists itsm_booking (
    id varchar(36) not null,
    tenant varchar(64) not null,
    change_id varchar(36) not null,
    change_number varchar(40) not null,
    ci_ref varchar(200) not null,
    is_direct boolean not null,
    is_lead boolean not null,
    starts_at bigint not null,
    ends_at bigint not null,
    primary key (id)
);
create index if not exists ix_itsm_booking_ci on itsm_booking (tenant, ci_ref, ends_at, starts_at);
create index if not exists ix_itsm_booking_change on itsm_booking (tenant, change_id);
create index if not exists ix_itsm_booking_ahead on itsm_booking (tenant, is_lead, starts_at, id);

insert into itsm_schema (schema_version)
select 4 where not exists (select 1 from itsm_schema where schema_version = 4);
