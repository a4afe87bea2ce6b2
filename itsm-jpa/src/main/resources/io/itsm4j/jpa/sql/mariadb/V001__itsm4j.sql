-- itsm4j schema, version 1, for MariaDB 10.6 or newer. Every statement may be run again.
-- Columns named _at and _since hold microseconds since 1970-01-01T00:00:00Z.

create table if not exists itsm_schema (
    schema_version integer not null,
    primary key (schema_version)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

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
    title varchar(200) not null,
    description longtext not null,
    search_text varchar(800) not null,
    requester varchar(100) not null,
    opened_for varchar(100) not null,
    opened_by varchar(100) not null,
    organisation_unit varchar(200),
    channel varchar(20) not null,
    watchers longtext not null,
    category varchar(400),
    service_ref varchar(200),
    cis longtext not null,
    impact bigint not null,
    urgency bigint not null,
    priority bigint not null,
    override_reason varchar(1000),
    tags longtext not null,
    support_group varchar(100),
    assignee varchar(100),
    support_tier bigint not null,
    reassignments integer not null,
    escalations integer not null,
    created_at bigint not null,
    opened_at bigint not null,
    updated_at bigint not null,
    updated_by varchar(100) not null,
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
    due_milestone varchar(200),
    due_attempts integer not null,
    restricted_to longtext not null,
    custom_fields longtext not null,
    pending_reason varchar(200),
    external_reference varchar(200),
    correlation_key varchar(200),
    sla_state longtext not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    details longtext not null,
    unique key uq_itsm_ticket_number (tenant, ticket_number),
    unique key uq_itsm_ticket_external (tenant, ticket_type, external_reference),
    unique key uq_itsm_ticket_correlation (tenant, correlation_key),
    key ix_itsm_ticket_open_group (tenant, is_open, support_group, priority, created_at, id),
    key ix_itsm_ticket_open_assignee (tenant, is_open, assignee, priority, created_at, id),
    key ix_itsm_ticket_open_priority (tenant, is_open, priority, created_at, id),
    key ix_itsm_ticket_due (due_at, id),
    key ix_itsm_ticket_open_state (is_open, ticket_type, state_name),
    key ix_itsm_ticket_lifecycle (ticket_type, lifecycle_version, id),
    key ix_itsm_ticket_open_tenant_due (tenant, is_open, due_at, id),
    key ix_itsm_ticket_created (tenant, created_at, id),
    key ix_itsm_ticket_type_created (tenant, ticket_type, created_at, id),
    key ix_itsm_ticket_opened (tenant, opened_at, id),
    key ix_itsm_ticket_updated (tenant, updated_at, id),
    key ix_itsm_ticket_category_state (tenant, state_category, ticket_type, updated_at, id),
    key ix_itsm_ticket_requester (tenant, requester, created_at, id),
    key ix_itsm_ticket_opened_for (tenant, opened_for, created_at, id),
    key ix_itsm_ticket_parent (tenant, parent_id),
    key ix_itsm_ticket_merged (tenant, merged_into_id),
    key ix_itsm_ticket_external_ref (tenant, external_reference),
    key ix_itsm_ticket_service (tenant, service_ref, is_open),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_comment (
    id varchar(36) not null,
    tenant varchar(64) not null,
    ticket_id varchar(36) not null,
    author varchar(100) not null,
    visibility varchar(20) not null,
    body longtext not null,
    written_at bigint not null,
    key ix_itsm_comment_ticket (tenant, ticket_id, written_at, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_task (
    id varchar(36) not null,
    tenant varchar(64) not null,
    ticket_id varchar(36) not null,
    title varchar(200) not null,
    task_state varchar(20) not null,
    support_group varchar(100),
    assignee varchar(100),
    due_at bigint,
    depends_on longtext not null,
    created_at bigint not null,
    ended_at bigint,
    key ix_itsm_task_ticket (tenant, ticket_id, created_at, id),
    key ix_itsm_task_group (tenant, support_group, task_state, created_at, id),
    key ix_itsm_task_assignee (tenant, assignee, task_state, created_at, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_link (
    id varchar(36) not null,
    tenant varchar(64) not null,
    from_id varchar(36) not null,
    link_type varchar(40) not null,
    to_id varchar(36) not null,
    linked_by varchar(100) not null,
    linked_at bigint not null,
    unique key uq_itsm_link_ends (tenant, from_id, link_type, to_id),
    key ix_itsm_link_to (tenant, to_id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_work_log (
    id varchar(36) not null,
    tenant varchar(64) not null,
    ticket_id varchar(36) not null,
    person varchar(100) not null,
    minutes_spent bigint not null,
    cost_minor bigint not null,
    currency varchar(3),
    is_billable boolean not null,
    note longtext not null,
    logged_at bigint not null,
    key ix_itsm_work_log_ticket (tenant, ticket_id, logged_at, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_attachment (
    id varchar(36) not null,
    tenant varchar(64) not null,
    ticket_id varchar(36) not null,
    file_name varchar(255) not null,
    media_type varchar(255) not null,
    size_bytes bigint not null,
    sha256 varchar(64) not null,
    visibility varchar(20) not null,
    attached_by varchar(100) not null,
    attached_at bigint not null,
    key ix_itsm_attachment_ticket (tenant, ticket_id, attached_at, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_number_block (
    id varchar(110) not null,
    tenant varchar(64) not null,
    prefix varchar(40) not null,
    next_number bigint not null,
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_definition (
    id varchar(36) not null,
    tenant varchar(64) not null,
    definition_form varchar(40) not null,
    definition_key varchar(100) not null,
    revision bigint not null,
    content_hash varchar(64) not null,
    body longtext not null,
    status_name varchar(20) not null,
    defined_at bigint not null,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    unique key uq_itsm_definition_revision (tenant, definition_form, definition_key, revision),
    key ix_itsm_definition_status (tenant, definition_form, status_name, definition_key, id),
    key ix_itsm_definition_hash (tenant, definition_form, content_hash),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_due_failure (
    id varchar(300) not null,
    tenant varchar(64) not null,
    ticket_id varchar(36) not null,
    milestone varchar(200) not null,
    attempts bigint not null,
    failure_cause varchar(1000) not null,
    failed_at bigint not null,
    retry_at bigint not null,
    key ix_itsm_due_failure_ticket (tenant, ticket_id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_journal (
    id varchar(36) not null,
    tenant varchar(64) not null,
    subject_kind varchar(40) not null,
    subject_id varchar(36) not null,
    sequence_number bigint not null,
    event_name varchar(100) not null,
    action_name varchar(100) not null,
    occurred_at bigint not null,
    recorded_at bigint not null,
    actor varchar(100) not null,
    result_version bigint not null,
    canonical longtext not null,
    personal longtext not null,
    previous_hash varchar(64) not null,
    entry_hash varchar(64) not null,
    command_key varchar(64),
    payload_hash varchar(64),
    unique key uq_itsm_journal_subject (tenant, subject_id, sequence_number),
    unique key uq_itsm_journal_command (tenant, command_key),
    key ix_itsm_journal_recorded (tenant, recorded_at, id),
    key ix_itsm_journal_actor (tenant, actor, recorded_at, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_outbox (
    id varchar(36) not null,
    tenant varchar(64) not null,
    subject_id varchar(36) not null,
    sequence_number bigint not null,
    delivery_status varchar(20) not null,
    attempts bigint not null,
    next_attempt_at bigint not null,
    last_error varchar(500),
    key ix_itsm_outbox_due (delivery_status, next_attempt_at, id),
    key ix_itsm_outbox_subject (subject_id, sequence_number),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_ticket_value (
    ticket_id varchar(36) not null,
    digest varchar(32) not null,
    value_name varchar(80) not null,
    tenant varchar(64) not null,
    text_value varchar(2000),
    number_value bigint,
    time_value bigint,
    flag_value boolean,
    key ix_itsm_ticket_value_digest (tenant, digest, ticket_id),
    key ix_itsm_ticket_value_number (tenant, value_name, number_value, ticket_id),
    key ix_itsm_ticket_value_time (tenant, value_name, time_value, ticket_id),
    primary key (ticket_id, digest)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_incident (
    id varchar(36) not null,
    tenant varchar(64) not null,
    resolution_code varchar(100),
    resolution_notes longtext,
    workaround longtext,
    workaround_at bigint,
    on_site_at bigint,
    fault_report_at bigint,
    called_back_at bigint,
    major_state varchar(20) not null,
    major_manager varchar(100),
    major_review longtext,
    communications integer not null,
    reminders integer not null,
    alert_source varchar(200),
    alerts integer not null,
    last_alert_at bigint,
    flaps integer not null,
    key ix_itsm_incident_major (tenant, major_state, id),
    key ix_itsm_incident_alert (tenant, alert_source, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

insert into itsm_schema (schema_version)
select 1 from (select 1) one where not exists (select 1 from itsm_schema where schema_version = 1);
