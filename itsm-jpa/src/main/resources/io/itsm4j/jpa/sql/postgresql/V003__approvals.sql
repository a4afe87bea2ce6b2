-- itsm4j schema, version 3: approvals, for PostgreSQL 14 or newer. Every statement may be run again.
-- Columns named _at hold microseconds since 1970-01-01T00:00:00Z.

create table if not exists itsm_approval (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    subject_kind varchar(40) collate "C" not null,
    subject_id varchar(36) collate "C" not null,
    subject_label varchar(200) not null,
    state_name varchar(20) collate "C" not null,
    round_number integer not null,
    form_version integer not null,
    content_hash varchar(64) collate "C" not null,
    policy_body text not null,
    steps_body text not null,
    step_place integer not null,
    requesters text not null,
    restricted_to text not null,
    requested_by varchar(100) collate "C" not null,
    requested_at bigint not null,
    decided_at bigint,
    due_at bigint not null,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) collate "C" not null,
    primary key (id)
);
create index if not exists ix_itsm_approval_subject on itsm_approval (tenant, subject_id, id);
create index if not exists ix_itsm_approval_asked on itsm_approval (tenant, requested_by, requested_at, id);
create index if not exists ix_itsm_approval_due on itsm_approval (due_at, id);

create table if not exists itsm_vote (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    approval_id varchar(36) collate "C" not null,
    vote_round integer not null,
    step_name varchar(100) collate "C" not null,
    principal varchar(100) collate "C" not null,
    voted_by varchar(100) collate "C" not null,
    choice_name varchar(20) collate "C" not null,
    vote_comment varchar(2000),
    form_version integer not null,
    content_hash varchar(64) collate "C" not null,
    voted_at bigint not null,
    primary key (id)
);
create unique index if not exists uq_itsm_vote on itsm_vote (tenant, approval_id, vote_round, step_name, principal);

create table if not exists itsm_asked (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    approval_id varchar(36) collate "C" not null,
    subject_kind varchar(40) collate "C" not null,
    subject_id varchar(36) collate "C" not null,
    subject_label varchar(200) not null,
    step_name varchar(100) collate "C" not null,
    principal varchar(100) collate "C" not null,
    asked_at bigint not null,
    primary key (id)
);
create index if not exists ix_itsm_asked_principal on itsm_asked (tenant, principal, asked_at, id);
create index if not exists ix_itsm_asked_approval on itsm_asked (tenant, approval_id);

create table if not exists itsm_delegation (
    id varchar(36) collate "C" not null,
    tenant varchar(64) collate "C" not null,
    principal varchar(100) collate "C" not null,
    delegate varchar(100) collate "C" not null,
    starts_at bigint not null,
    until_at bigint not null,
    ends_at bigint not null,
    subject_kind varchar(40) collate "C",
    withdrawn_at bigint,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) collate "C" not null,
    primary key (id)
);
create index if not exists ix_itsm_delegation_principal on itsm_delegation (tenant, principal, ends_at);
create index if not exists ix_itsm_delegation_delegate on itsm_delegation (tenant, delegate, ends_at);

insert into itsm_schema (schema_version)
select 3 where not exists (select 1 from itsm_schema where schema_version = 3);
