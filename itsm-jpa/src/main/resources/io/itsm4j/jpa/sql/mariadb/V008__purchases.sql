-- itsm4j schema, version 8, for MariaDB 10.6 or newer: suppliers, contracts and purchases. Every statement may be run again.
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
    purchase_lines longtext not null,
    line_totals longtext not null,
    reason longtext,
    key ix_itsm_purchase_supplier (tenant, supplier_id, id),
    key ix_itsm_purchase_contract (tenant, contract_id, id),
    key ix_itsm_purchase_centre (tenant, cost_centre, id),
    key ix_itsm_purchase_proposal (tenant, proposal_id, id),
    key ix_itsm_purchase_reference (tenant, order_reference, id),
    key ix_itsm_purchase_expected (tenant, expected_at, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

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
    made longtext not null,
    received_by varchar(200) not null,
    received_at bigint not null,
    key ix_itsm_receipt_purchase (tenant, purchase_id, received_at, id),
    key ix_itsm_receipt_reverses (tenant, reverses_id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_supplier (
    id varchar(36) not null,
    tenant varchar(64) not null,
    supplier_number varchar(40) not null,
    supplier_name varchar(200) not null,
    taken_name varchar(400),
    status_name varchar(20) not null,
    categories longtext not null,
    contacts longtext not null,
    note varchar(8000),
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    unique key uq_itsm_supplier_number (tenant, supplier_number),
    unique key uq_itsm_supplier_name (tenant, taken_name),
    key ix_itsm_supplier_by_name (tenant, supplier_name, id),
    key ix_itsm_supplier_status (tenant, status_name, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

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
    covers longtext not null,
    agreement_key varchar(60),
    documents longtext not null,
    state_name varchar(20) not null,
    reminded varchar(200) not null,
    renews_id varchar(36),
    renewed_by_id varchar(36),
    due_at bigint not null,
    record_version bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    unique key uq_itsm_contract_number (tenant, contract_number),
    key ix_itsm_contract_supplier (tenant, supplier_id, state_name, id),
    key ix_itsm_contract_state (tenant, state_name, valid_from_at, id),
    key ix_itsm_contract_from (tenant, valid_from_at, id),
    key ix_itsm_contract_until (tenant, valid_until_at, id),
    key ix_itsm_contract_agreement (tenant, agreement_key, id),
    key ix_itsm_contract_due (due_at, id),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists itsm_contract_cover (
    id varchar(36) not null,
    tenant varchar(64) not null,
    contract_id varchar(36) not null,
    cover_kind varchar(20) not null,
    reference varchar(200) not null,
    key ix_itsm_contract_cover_of (tenant, contract_id),
    key ix_itsm_contract_cover_ref (tenant, reference, cover_kind),
    primary key (id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

insert into itsm_schema (schema_version)
select 8 from (select 1) one where not exists (select 1 from itsm_schema where schema_version = 8);
