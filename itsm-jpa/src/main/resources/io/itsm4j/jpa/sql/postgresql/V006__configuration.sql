-- itsm4j schema, version 6, configuration management, for PostgreSQL 14 or newer. Every statement may be run again.
-- Columns named _at hold microseconds since 1970-01-01T00:00:00Z.

create table if not exists itsm_ci (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    record_version bigint not null,
    ci_class varchar(40) collate "C" not null,
    schema_version bigint not null,
    ci_name varchar(200) collate "C" not null,
    search_text varchar(800) not null,
    status_name varchar(40) collate "C" not null,
    status_category varchar(20) collate "C" not null,
    is_live boolean not null,
    environment varchar(40) collate "C",
    criticality bigint not null,
    owner varchar(100) collate "C",
    support_group varchar(100) collate "C",
    location_id varchar(100) collate "C",
    service_id varchar(100) collate "C",
    ci_attributes text not null,
    certified_at bigint,
    certified_by varchar(100) collate "C",
    certify_by_at bigint,
    created_at bigint not null,
    changed_at bigint not null,
    last_seen_at bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) collate "C" not null,
    primary key (id)
);
create index if not exists ix_itsm_ci_name on itsm_ci (tenant, ci_name, id);
create index if not exists ix_itsm_ci_live_name on itsm_ci (tenant, is_live, ci_name, id);
create index if not exists ix_itsm_ci_class_name on itsm_ci (tenant, ci_class, ci_name, id);
create index if not exists ix_itsm_ci_status on itsm_ci (tenant, status_name, ci_name, id);
create index if not exists ix_itsm_ci_environment on itsm_ci (tenant, environment, ci_name, id);
create index if not exists ix_itsm_ci_owner on itsm_ci (tenant, owner, ci_name, id);
create index if not exists ix_itsm_ci_group on itsm_ci (tenant, support_group, ci_name, id);
create index if not exists ix_itsm_ci_location on itsm_ci (tenant, location_id);
create index if not exists ix_itsm_ci_service on itsm_ci (tenant, service_id);
create index if not exists ix_itsm_ci_changed on itsm_ci (tenant, changed_at, id);
create index if not exists ix_itsm_ci_live_seen on itsm_ci (tenant, is_live, last_seen_at, id);
create index if not exists ix_itsm_ci_certify on itsm_ci (tenant, certify_by_at);
create index if not exists ix_itsm_ci_certified on itsm_ci (tenant, certified_by);
create index if not exists ix_itsm_ci_schema on itsm_ci (tenant, ci_class, schema_version, id);
create index if not exists ix_itsm_ci_tenant on itsm_ci (tenant, id);

create table if not exists itsm_ci_relation (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    record_version bigint not null,
    from_id varchar(100) collate "C" not null,
    relation_type varchar(40) collate "C" not null,
    to_id varchar(100) collate "C" not null,
    group_key varchar(160) collate "C",
    needed bigint not null,
    source_name varchar(100) collate "C" not null,
    since_at bigint not null,
    until_at bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) collate "C" not null,
    primary key (id)
);
create unique index if not exists uq_itsm_ci_relation_ends on itsm_ci_relation (tenant, from_id, relation_type, to_id, until_at);
create index if not exists ix_itsm_ci_relation_from on itsm_ci_relation (tenant, from_id, until_at, id);
create index if not exists ix_itsm_ci_relation_to on itsm_ci_relation (tenant, to_id, until_at, id);
create index if not exists ix_itsm_ci_relation_group on itsm_ci_relation (tenant, group_key, until_at);
create index if not exists ix_itsm_ci_relation_since on itsm_ci_relation (tenant, since_at, id);
create index if not exists ix_itsm_ci_relation_until on itsm_ci_relation (tenant, until_at, id);

create table if not exists itsm_ci_state (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    ci_id varchar(36) collate "C" not null,
    ci_class varchar(40) collate "C" not null,
    schema_version bigint not null,
    ci_name varchar(200) collate "C" not null,
    status_name varchar(40) collate "C" not null,
    status_category varchar(20) collate "C" not null,
    is_live boolean not null,
    environment varchar(40) collate "C",
    criticality bigint not null,
    owner varchar(100) collate "C",
    support_group varchar(100) collate "C",
    location_id varchar(100) collate "C",
    service_id varchar(100) collate "C",
    ci_attributes text not null,
    since_at bigint not null,
    until_at bigint not null,
    primary key (id)
);
create unique index if not exists uq_itsm_ci_state_since on itsm_ci_state (tenant, ci_id, since_at);
create index if not exists ix_itsm_ci_state_until on itsm_ci_state (tenant, ci_id, until_at);
create index if not exists ix_itsm_ci_state_changed on itsm_ci_state (tenant, since_at, ci_id);
create index if not exists ix_itsm_ci_state_owner on itsm_ci_state (tenant, owner);

create table if not exists itsm_ci_identity (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    ci_id varchar(36) collate "C" not null,
    digest varchar(32) collate "C" not null,
    primary key (id)
);
create unique index if not exists uq_itsm_ci_identity_digest on itsm_ci_identity (tenant, digest);
create index if not exists ix_itsm_ci_identity_ci on itsm_ci_identity (tenant, ci_id);

create table if not exists itsm_ci_baseline (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    record_version bigint not null,
    baseline_name varchar(200) collate "C" not null,
    note varchar(2000) not null,
    taken_at bigint not null,
    scope_ids text not null,
    taken_by varchar(100) collate "C" not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) collate "C" not null,
    primary key (id)
);
create unique index if not exists uq_itsm_ci_baseline_name on itsm_ci_baseline (tenant, baseline_name);
create index if not exists ix_itsm_ci_baseline_taken on itsm_ci_baseline (tenant, taken_at, id);
create index if not exists ix_itsm_ci_baseline_by on itsm_ci_baseline (tenant, taken_by);

create table if not exists itsm_ci_plan (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    record_version bigint not null,
    source_name varchar(100) collate "C" not null,
    plan_status varchar(20) collate "C" not null,
    row_count bigint not null,
    faults bigint not null,
    changes bigint not null,
    progress bigint not null,
    planned_by varchar(100) collate "C" not null,
    planned_at bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) collate "C" not null,
    primary key (id)
);
create index if not exists ix_itsm_ci_plan_planned on itsm_ci_plan (tenant, planned_at, id);
create index if not exists ix_itsm_ci_plan_source on itsm_ci_plan (tenant, source_name, planned_at, id);
create index if not exists ix_itsm_ci_plan_status on itsm_ci_plan (tenant, plan_status, planned_at, id);
create index if not exists ix_itsm_ci_plan_by on itsm_ci_plan (tenant, planned_by);

create table if not exists itsm_ci_proposal (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    plan_id varchar(36) collate "C" not null,
    sequence_number bigint not null,
    feed_row bigint not null,
    proposal_kind varchar(20) collate "C" not null,
    proposal_status varchar(20) collate "C" not null,
    ci_id varchar(36) collate "C",
    feed_key varchar(200) collate "C",
    digest varchar(32) collate "C",
    label varchar(200) not null,
    after_values text not null,
    before_values text not null,
    fault_code varchar(60) collate "C",
    fault_reason varchar(2000),
    primary key (id)
);
create unique index if not exists uq_itsm_ci_proposal_sequence on itsm_ci_proposal (tenant, plan_id, sequence_number);
create index if not exists ix_itsm_ci_proposal_status on itsm_ci_proposal (tenant, plan_id, proposal_status, sequence_number);
create index if not exists ix_itsm_ci_proposal_kind on itsm_ci_proposal (tenant, plan_id, proposal_kind, sequence_number);
create index if not exists ix_itsm_ci_proposal_ci on itsm_ci_proposal (tenant, plan_id, ci_id);
create index if not exists ix_itsm_ci_proposal_key on itsm_ci_proposal (tenant, plan_id, feed_key);
create index if not exists ix_itsm_ci_proposal_digest on itsm_ci_proposal (tenant, plan_id, digest);

create table if not exists itsm_ci_audit (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    record_version bigint not null,
    audit_name varchar(200) not null,
    expected_count bigint not null,
    observed_count bigint not null,
    matched_count bigint not null,
    exact_count bigint not null,
    deviations bigint not null,
    audited_at bigint not null,
    audited_by varchar(100) collate "C" not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) collate "C" not null,
    primary key (id)
);
create index if not exists ix_itsm_ci_audit_at on itsm_ci_audit (tenant, audited_at, id);
create index if not exists ix_itsm_ci_audit_by on itsm_ci_audit (tenant, audited_by);

create table if not exists itsm_ci_deviation (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    record_version bigint not null,
    audit_id varchar(36) collate "C" not null,
    deviation_kind varchar(20) collate "C" not null,
    ci_id varchar(36) collate "C",
    label varchar(200) not null,
    attribute_key varchar(80) collate "C",
    expected_value varchar(2000),
    observed_value varchar(2000),
    change_id varchar(100) collate "C",
    disposition varchar(20) collate "C" not null,
    reason varchar(2000),
    ticket_id varchar(36) collate "C",
    decided_by varchar(100) collate "C",
    decided_at bigint,
    chain_sequence bigint not null,
    chain_hash varchar(64) collate "C" not null,
    primary key (id)
);
create index if not exists ix_itsm_ci_deviation_audit on itsm_ci_deviation (tenant, audit_id, disposition, id);
create index if not exists ix_itsm_ci_deviation_ci on itsm_ci_deviation (tenant, ci_id, id);
create index if not exists ix_itsm_ci_deviation_open on itsm_ci_deviation (tenant, disposition, id);
create index if not exists ix_itsm_ci_deviation_by on itsm_ci_deviation (tenant, decided_by);

create table if not exists itsm_ci_value (
    ci_id varchar(36) collate "C" not null,
    digest varchar(32) collate "C" not null,
    value_name varchar(80) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    text_value varchar(2000),
    number_value bigint,
    time_value bigint,
    flag_value boolean,
    primary key (ci_id, digest)
);
create index if not exists ix_itsm_ci_value_digest on itsm_ci_value (tenant, digest, ci_id);
create index if not exists ix_itsm_ci_value_number on itsm_ci_value (tenant, value_name, number_value, ci_id);
create index if not exists ix_itsm_ci_value_time on itsm_ci_value (tenant, value_name, time_value, ci_id);

insert into itsm_schema (schema_version)
select 6 where not exists (select 1 from itsm_schema where schema_version = 6);
