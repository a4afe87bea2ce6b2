-- itsm4j schema, version 1, for H2 2.2 or newer. Every statement may be run again.
-- Columns named _at and _since hold microseconds since 1970-01-01T00:00:00Z.

create table if not exists itsm_schema (
    schema_version integer not null,
    primary key (schema_version)
);

create table if not exists itsm_ticket (
    id varchar(36) not null,
    tenant varchar(64) not null,
    ticket_number varchar(40) not null,
    ticket_type varchar(60) not null,
    lifecycle_version integer not null,
    state_name varchar(40) not null,
    state_category varchar(20) not null,
    is_open boolean not null,
    record_version bigint not null,
    title varchar(400) not null,
    description varchar(1000000) not null,
    search_text varchar(1600) not null,
    requester varchar(200) not null,
    opened_for varchar(200) not null,
    opened_by varchar(200) not null,
    organisation_unit varchar(400),
    channel varchar(20) not null,
    watchers varchar(1000000) not null,
    category varchar(800),
    service_ref varchar(400),
    cis varchar(1000000) not null,
    impact bigint not null,
    urgency bigint not null,
    priority bigint not null,
    override_reason varchar(2000),
    tags varchar(1000000) not null,
    support_group varchar(200),
    assignee varchar(200),
    support_tier bigint not null,
    reassignments integer not null,
    escalations integer not null,
    created_at bigint not null,
    opened_at bigint not null,
    updated_at bigint not null,
    updated_by varchar(200) not null,
    first_responded_at bigint,
    pending_since bigint,
    resolved_at bigint,
    closed_at bigint,
    reopens integer not null,
    archived_at bigint,
    is_archived boolean not null,
    parent_id varchar(36),
    merged_into_id varchar(36),
    due_at bigint not null,
    due_milestone varchar(400),
    due_attempts integer not null,
    restricted_to varchar(1000000) not null,
    custom_fields varchar(1000000) not null,
    pending_reason varchar(400),
    external_reference varchar(400),
    correlation_key varchar(400),
    sla_state varchar(1000000) not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    details varchar(1000000) not null,
    primary key (id)
);
create unique index if not exists uq_itsm_ticket_number on itsm_ticket (tenant, ticket_number);
create unique index if not exists uq_itsm_ticket_external on itsm_ticket (tenant, ticket_type, external_reference);
create unique index if not exists uq_itsm_ticket_correlation on itsm_ticket (tenant, correlation_key);
create index if not exists ix_itsm_ticket_open_group on itsm_ticket (tenant, is_open, support_group, priority, created_at, id);
create index if not exists ix_itsm_ticket_open_assignee on itsm_ticket (tenant, is_open, assignee, priority, created_at, id);
create index if not exists ix_itsm_ticket_open_priority on itsm_ticket (tenant, is_open, priority, created_at, id);
create index if not exists ix_itsm_ticket_due on itsm_ticket (due_at, id);
create index if not exists ix_itsm_ticket_open_state on itsm_ticket (is_open, ticket_type, state_name);
create index if not exists ix_itsm_ticket_lifecycle on itsm_ticket (ticket_type, lifecycle_version, id);
create index if not exists ix_itsm_ticket_open_tenant_due on itsm_ticket (tenant, is_open, due_at, id);
create index if not exists ix_itsm_ticket_created on itsm_ticket (tenant, created_at, id);
create index if not exists ix_itsm_ticket_type_created on itsm_ticket (tenant, ticket_type, created_at, id);
create index if not exists ix_itsm_ticket_opened on itsm_ticket (tenant, opened_at, id);
create index if not exists ix_itsm_ticket_updated on itsm_ticket (tenant, updated_at, id);
create index if not exists ix_itsm_ticket_category_state on itsm_ticket (tenant, state_category, ticket_type, updated_at, id);
create index if not exists ix_itsm_ticket_requester on itsm_ticket (tenant, requester, created_at, id);
create index if not exists ix_itsm_ticket_opened_for on itsm_ticket (tenant, opened_for, created_at, id);
create index if not exists ix_itsm_ticket_parent on itsm_ticket (tenant, parent_id);
create index if not exists ix_itsm_ticket_merged on itsm_ticket (tenant, merged_into_id);
create index if not exists ix_itsm_ticket_external_ref on itsm_ticket (tenant, external_reference);
create index if not exists ix_itsm_ticket_service on itsm_ticket (tenant, service_ref, is_open);

create table if not exists itsm_comment (
    id varchar(36) not null,
    tenant varchar(64) not null,
    ticket_id varchar(36) not null,
    author varchar(200) not null,
    visibility varchar(20) not null,
    body varchar(1000000) not null,
    written_at bigint not null,
    primary key (id)
);
create index if not exists ix_itsm_comment_ticket on itsm_comment (tenant, ticket_id, written_at, id);

create table if not exists itsm_task (
    id varchar(36) not null,
    tenant varchar(64) not null,
    ticket_id varchar(36) not null,
    title varchar(400) not null,
    task_state varchar(20) not null,
    support_group varchar(200),
    assignee varchar(200),
    due_at bigint,
    depends_on varchar(1000000) not null,
    created_at bigint not null,
    ended_at bigint,
    primary key (id)
);
create index if not exists ix_itsm_task_ticket on itsm_task (tenant, ticket_id, created_at, id);
create index if not exists ix_itsm_task_group on itsm_task (tenant, support_group, task_state, created_at, id);
create index if not exists ix_itsm_task_assignee on itsm_task (tenant, assignee, task_state, created_at, id);

create table if not exists itsm_link (
    id varchar(36) not null,
    tenant varchar(64) not null,
    from_id varchar(36) not null,
    link_type varchar(40) not null,
    to_id varchar(36) not null,
    linked_by varchar(200) not null,
    linked_at bigint not null,
    primary key (id)
);
create unique index if not exists uq_itsm_link_ends on itsm_link (tenant, from_id, link_type, to_id);
create index if not exists ix_itsm_link_to on itsm_link (tenant, to_id);

create table if not exists itsm_work_log (
    id varchar(36) not null,
    tenant varchar(64) not null,
    ticket_id varchar(36) not null,
    person varchar(200) not null,
    minutes_spent bigint not null,
    cost_minor bigint not null,
    currency varchar(3),
    is_billable boolean not null,
    note varchar(1000000) not null,
    logged_at bigint not null,
    primary key (id)
);
create index if not exists ix_itsm_work_log_ticket on itsm_work_log (tenant, ticket_id, logged_at, id);

create table if not exists itsm_attachment (
    id varchar(36) not null,
    tenant varchar(64) not null,
    ticket_id varchar(36) not null,
    file_name varchar(510) not null,
    media_type varchar(510) not null,
    size_bytes bigint not null,
    sha256 varchar(64) not null,
    visibility varchar(20) not null,
    attached_by varchar(200) not null,
    attached_at bigint not null,
    primary key (id)
);
create index if not exists ix_itsm_attachment_ticket on itsm_attachment (tenant, ticket_id, attached_at, id);

create table if not exists itsm_number_block (
    id varchar(220) not null,
    tenant varchar(64) not null,
    prefix varchar(40) not null,
    next_number bigint not null,
    primary key (id)
);

create table if not exists itsm_definition (
    id varchar(36) not null,
    tenant varchar(64) not null,
    definition_form varchar(40) not null,
    definition_key varchar(200) not null,
    revision bigint not null,
    content_hash varchar(64) not null,
    body varchar(1000000) not null,
    status_name varchar(20) not null,
    defined_at bigint not null,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    primary key (id)
);
create unique index if not exists uq_itsm_definition_revision on itsm_definition (tenant, definition_form, definition_key, revision);
create index if not exists ix_itsm_definition_status on itsm_definition (tenant, definition_form, status_name, definition_key, id);
create index if not exists ix_itsm_definition_hash on itsm_definition (tenant, definition_form, content_hash);

create table if not exists itsm_due_failure (
    id varchar(600) not null,
    tenant varchar(64) not null,
    ticket_id varchar(36) not null,
    milestone varchar(400) not null,
    attempts bigint not null,
    failure_cause varchar(2000) not null,
    failed_at bigint not null,
    retry_at bigint not null,
    primary key (id)
);
create index if not exists ix_itsm_due_failure_ticket on itsm_due_failure (tenant, ticket_id);

create table if not exists itsm_journal (
    id varchar(36) not null,
    tenant varchar(64) not null,
    subject_kind varchar(40) not null,
    subject_id varchar(36) not null,
    sequence_number bigint not null,
    event_name varchar(200) not null,
    action_name varchar(200) not null,
    occurred_at bigint not null,
    recorded_at bigint not null,
    actor varchar(200) not null,
    result_version bigint not null,
    canonical varchar(1000000) not null,
    personal varchar(1000000) not null,
    previous_hash varchar(64) not null,
    entry_hash varchar(64) not null,
    command_key varchar(64),
    payload_hash varchar(64),
    primary key (id)
);
create unique index if not exists uq_itsm_journal_subject on itsm_journal (tenant, subject_id, sequence_number);
create unique index if not exists uq_itsm_journal_command on itsm_journal (tenant, command_key);
create index if not exists ix_itsm_journal_recorded on itsm_journal (tenant, recorded_at, id);
create index if not exists ix_itsm_journal_actor on itsm_journal (tenant, actor, recorded_at, id);

create table if not exists itsm_outbox (
    id varchar(36) not null,
    tenant varchar(64) not null,
    subject_id varchar(36) not null,
    sequence_number bigint not null,
    delivery_status varchar(20) not null,
    attempts bigint not null,
    next_attempt_at bigint not null,
    last_error varchar(1000),
    primary key (id)
);
create index if not exists ix_itsm_outbox_due on itsm_outbox (delivery_status, next_attempt_at, id);
create index if not exists ix_itsm_outbox_subject on itsm_outbox (subject_id, sequence_number);

create table if not exists itsm_ticket_value (
    ticket_id varchar(36) not null,
    digest varchar(32) not null,
    value_name varchar(160) not null,
    tenant varchar(64) not null,
    text_value varchar(4000),
    number_value bigint,
    time_value bigint,
    flag_value boolean,
    primary key (ticket_id, digest)
);
create index if not exists ix_itsm_ticket_value_digest on itsm_ticket_value (tenant, digest, ticket_id);
create index if not exists ix_itsm_ticket_value_number on itsm_ticket_value (tenant, value_name, number_value, ticket_id);
create index if not exists ix_itsm_ticket_value_time on itsm_ticket_value (tenant, value_name, time_value, ticket_id);

create table if not exists itsm_incident (
    id varchar(36) not null,
    tenant varchar(64) not null,
    resolution_code varchar(100),
    resolution_notes varchar(1000000),
    workaround varchar(1000000),
    workaround_at bigint,
    on_site_at bigint,
    fault_report_at bigint,
    called_back_at bigint,
    major_state varchar(20) not null,
    major_manager varchar(200),
    major_review varchar(1000000),
    communications integer not null,
    reminders integer not null,
    alert_source varchar(400),
    alerts integer not null,
    last_alert_at bigint,
    flaps integer not null,
    primary key (id)
);
create index if not exists ix_itsm_incident_major on itsm_incident (tenant, major_state, id);
create index if not exists ix_itsm_incident_alert on itsm_incident (tenant, alert_source, id);

insert into itsm_schema (schema_version)
select 1 where not exists (select 1 from itsm_schema where schema_version = 1);
