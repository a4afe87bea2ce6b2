-- itsm4j schema, version 3: approvals, for H2 2.2 or newer. Every statement may be run again.
-- Columns named _at hold microseconds since 1970-01-01T00:00:00Z.

create table if not exists itsm_approval (
    id varchar(36) not null,
    tenant varchar(64) not null,
    subject_kind varchar(40) not null,
    subject_id varchar(36) not null,
    subject_label varchar(400) not null,
    state_name varchar(20) not null,
    round_number integer not null,
    form_version integer not null,
    content_hash varchar(64) not null,
    policy_body varchar(1000000) not null,
    steps_body varchar(1000000) not null,
    step_place integer not null,
    requesters varchar(1000000) not null,
    restricted_to varchar(1000000) not null,
    requested_by varchar(200) not null,
    requested_at bigint not null,
    decided_at bigint,
    due_at bigint not null,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    primary key (id)
);
create index if not exists ix_itsm_approval_subject on itsm_approval (tenant, subject_id, id);
create index if not exists ix_itsm_approval_asked on itsm_approval (tenant, requested_by, requested_at, id);
create index if not exists ix_itsm_approval_due on itsm_approval (due_at, id);

create table if not exists itsm_vote (
    id varchar(36) not null,
    tenant varchar(64) not null,
    approval_id varchar(36) not null,
    vote_round integer not null,
    step_name varchar(200) not null,
    principal varchar(200) not null,
    voted_by varchar(200) not null,
    choice_name varchar(20) not null,
    vote_comment varchar(4000),
    form_version integer not null,
    content_hash varchar(64) not null,
    voted_at bigint not null,
    primary key (id)
);
create unique index if not exists uq_itsm_vote on itsm_vote (tenant, approval_id, vote_round, step_name, principal);

create table if not exists itsm_asked (
    id varchar(36) not null,
    tenant varchar(64) not null,
    approval_id varchar(36) not null,
    subject_kind varchar(40) not null,
    subject_id varchar(36) not null,
    subject_label varchar(400) not null,
    step_name varchar(200) not null,
    principal varchar(200) not null,
    asked_at bigint not null,
    primary key (id)
);
create index if not exists ix_itsm_asked_principal on itsm_asked (tenant, principal, asked_at, id);
create index if not exists ix_itsm_asked_approval on itsm_asked (tenant, approval_id);

create table if not exists itsm_delegation (
    id varchar(36) not null,
    tenant varchar(64) not null,
    principal varchar(200) not null,
    delegate varchar(200) not null,
    starts_at bigint not null,
    until_at bigint not null,
    ends_at bigint not null,
    subject_kind varchar(40),
    withdrawn_at bigint,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    primary key (id)
);
create index if not exists ix_itsm_delegation_principal on itsm_delegation (tenant, principal, ends_at);
create index if not exists ix_itsm_delegation_delegate on itsm_delegation (tenant, delegate, ends_at);

insert into itsm_schema (schema_version)
select 3 where not exists (select 1 from itsm_schema where schema_version = 3);
