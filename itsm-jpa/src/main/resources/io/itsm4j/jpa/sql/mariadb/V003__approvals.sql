-- itsm4j schema, version 3: approvals, for MariaDB 10.6 or newer. Every statement may be run again.
-- Columns named _at hold microseconds since 1970-01-01T00:00:00Z.

create table if not exists itsm_approval (
    id varchar(36) not null,
    tenant varchar(64) not null,
    subject_kind varchar(40) not null,
    subject_id varchar(36) not null,
    subject_label varchar(200) not null,
    state_name varchar(20) not null,
    round_number integer not null,
    form_version integer not null,
    content_hash varchar(64) not null,
    policy_body longtext not null,
    steps_body longtext not null,
    step_place integer not null,
    requesters longtext not null,
    restricted_to longtext not null,
    requested_by varchar(100) not null,
    requested_at bigint not null,
    decided_at bigint,
    due_at bigint not null,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    key ix_itsm_approval_subject (tenant, subject_id, id),
    key ix_itsm_approval_asked (tenant, requested_by, requested_at, id),
    key ix_itsm_approval_due (due_at, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_vote (
    id varchar(36) not null,
    tenant varchar(64) not null,
    approval_id varchar(36) not null,
    vote_round integer not null,
    step_name varchar(100) not null,
    principal varchar(100) not null,
    voted_by varchar(100) not null,
    choice_name varchar(20) not null,
    vote_comment varchar(2000),
    form_version integer not null,
    content_hash varchar(64) not null,
    voted_at bigint not null,
    unique key uq_itsm_vote (tenant, approval_id, vote_round, step_name, principal),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_asked (
    id varchar(36) not null,
    tenant varchar(64) not null,
    approval_id varchar(36) not null,
    subject_kind varchar(40) not null,
    subject_id varchar(36) not null,
    subject_label varchar(200) not null,
    step_name varchar(100) not null,
    principal varchar(100) not null,
    asked_at bigint not null,
    key ix_itsm_asked_principal (tenant, principal, asked_at, id),
    key ix_itsm_asked_approval (tenant, approval_id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_delegation (
    id varchar(36) not null,
    tenant varchar(64) not null,
    principal varchar(100) not null,
    delegate varchar(100) not null,
    starts_at bigint not null,
    until_at bigint not null,
    ends_at bigint not null,
    subject_kind varchar(40),
    withdrawn_at bigint,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    key ix_itsm_delegation_principal (tenant, principal, ends_at),
    key ix_itsm_delegation_delegate (tenant, delegate, ends_at),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

insert into itsm_schema (schema_version)
select 3 from (select 1) one where not exists (select 1 from itsm_schema where schema_version = 3);
