-- itsm4j schema, version 8, for H2 2.2 or newer: suppliers, contracts and purchases. Every statement may be run again.
-- Columns named _at hold microseconds since 1970-01-01T00:00:00Z.

create table if not exists itsm_purchase (
    id varchar(36) not null,
    tenant varchar(64) not null,
    supplier_id varchar(36),
    contract_id varchar(36),
    order_reference varchar(200),
    expected_at bigint,
    needed_at bigint,
    cost_centre varchar(200),
    budget varchar(200),
    total_minor bigint,
    currency varchar(3),
    proposal_id varchar(36),
    approval_id varchar(36),
    approval_state varchar(20),
    is_exempt boolean not null,
    ordered_by varchar(200),
    ordered_at bigint,
    purchase_lines varchar(1000000) not null,
    line_totals varchar(1000000) not null,
    reason varchar(1000000),
    primary key (id)
);
create index if not exists ix_itsm_purchase_supplier on itsm_purchase (tenant, supplier_id, id);
create index if not exists ix_itsm_purchase_contract on itsm_purchase (tenant, contract_id, id);
create index if not exists ix_itsm_purchase_centre on itsm_purchase (tenant, cost_centre, id);
create index if not exists ix_itsm_purchase_proposal on itsm_purchase (tenant, proposal_id, id);
create index if not exists ix_itsm_purchase_reference on itsm_purchase (tenant, order_reference, id);
create index if not exists ix_itsm_purchase_expected on itsm_purchase (tenant, expected_at, id);

create table if not exists itsm_receipt (
    id varchar(36) not null,
    tenant varchar(64) not null,
    purchase_id varchar(36) not null,
    line_number integer not null,
    receipt_kind varchar(20) not null,
    quantity bigint not null,
    reverses_id varchar(36),
    reversed bigint not null,
    store_ref varchar(200),
    note varchar(4000),
    made varchar(1000000) not null,
    received_by varchar(200) not null,
    received_at bigint not null,
    primary key (id)
);
create index if not exists ix_itsm_receipt_purchase on itsm_receipt (tenant, purchase_id, received_at, id);
create index if not exists ix_itsm_receipt_reverses on itsm_receipt (tenant, reverses_id);

create table if not exists itsm_supplier (
    id varchar(36) not null,
    tenant varchar(64) not null,
    supplier_number varchar(40) not null,
    supplier_name varchar(200) not null,
    taken_name varchar(400),
    status_name varchar(20) not null,
    categories varchar(1000000) not null,
    contacts varchar(1000000) not null,
    note varchar(8000),
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    primary key (id)
);
create unique index if not exists uq_itsm_supplier_number on itsm_supplier (tenant, supplier_number);
create unique index if not exists uq_itsm_supplier_name on itsm_supplier (tenant, taken_name);
create index if not exists ix_itsm_supplier_by_name on itsm_supplier (tenant, supplier_name, id);
create index if not exists ix_itsm_supplier_status on itsm_supplier (tenant, status_name, id);

create table if not exists itsm_contract (
    id varchar(36) not null,
    tenant varchar(64) not null,
    contract_number varchar(40) not null,
    supplier_id varchar(36) not null,
    contract_kind varchar(20) not null,
    title varchar(400) not null,
    valid_from_at bigint not null,
    valid_until_at bigint,
    is_automatic boolean not null,
    term_months integer not null,
    notice_days integer not null,
    price_minor bigint,
    currency varchar(3),
    covers varchar(1000000) not null,
    agreement_key varchar(60),
    documents varchar(1000000) not null,
    state_name varchar(20) not null,
    reminded varchar(200) not null,
    renews_id varchar(36),
    renewed_by_id varchar(36),
    due_at bigint not null,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    primary key (id)
);
create unique index if not exists uq_itsm_contract_number on itsm_contract (tenant, contract_number);
create index if not exists ix_itsm_contract_supplier on itsm_contract (tenant, supplier_id, state_name, id);
create index if not exists ix_itsm_contract_state on itsm_contract (tenant, state_name, valid_from_at, id);
create index if not exists ix_itsm_contract_from on itsm_contract (tenant, valid_from_at, id);
create index if not exists ix_itsm_contract_until on itsm_contract (tenant, valid_until_at, id);
create index if not exists ix_itsm_contract_agreement on itsm_contract (tenant, agreement_key, id);
create index if not exists ix_itsm_contract_due on itsm_contract (due_at, id);

create table if not exists itsm_contract_cover (
    id varchar(36) not null,
    tenant varchar(64) not null,
    contract_id varchar(36) not null,
    cover_kind varchar(20) not null,
    reference varchar(200) not null,
    primary key (id)
);
create index if not exists ix_itsm_contract_cover_of on itsm_contract_cover (tenant, contract_id);
create index if not exists ix_itsm_contract_cover_ref on itsm_contract_cover (tenant, reference, cover_kind);

insert into itsm_schema (schema_version)
select 8 where not exists (select 1 from itsm_schema where schema_version = 8);
