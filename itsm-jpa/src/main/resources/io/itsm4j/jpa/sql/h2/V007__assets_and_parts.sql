-- itsm4j schema, version 7, assets, parts and stock, for H2 2.2 or newer. Every statement may be run again.
-- Columns named _at hold microseconds since 1970-01-01T00:00:00Z.

create table if not exists itsm_asset (
    id varchar(36) not null,
    tenant varchar(64) not null,
    record_version bigint not null,
    asset_number varchar(30) not null,
    asset_kind varchar(80) not null,
    asset_name varchar(400) not null,
    search_text varchar(4000) not null,
    label_tag varchar(120),
    tag_key varchar(360),
    serial_number varchar(200),
    serial_key varchar(600),
    model varchar(200),
    manufacturer varchar(200),
    state_name varchar(40) not null,
    state_category varchar(20) not null,
    is_live boolean not null,
    holder varchar(200),
    organisation_unit varchar(200),
    location varchar(200),
    store_name varchar(200),
    cost_centre varchar(200),
    price_minor bigint,
    currency varchar(3),
    supplier_id varchar(200),
    purchase_id varchar(36),
    receipt_id varchar(36),
    warranty_until_at bigint not null,
    contract_ref varchar(200),
    contract_until_at bigint not null,
    ci_id varchar(36),
    main_id varchar(36),
    attached_at bigint,
    is_original boolean not null,
    accessories bigint not null,
    lent_at bigint,
    loan_until_at bigint not null,
    loan_reminder_at bigint,
    repair_at bigint,
    repair_ticket_id varchar(36),
    repair_by varchar(200),
    disposal_by varchar(200),
    disposal varchar(1000000),
    warranty_notice_at bigint,
    contract_notice_at bigint,
    due_at bigint not null,
    created_at bigint not null,
    changed_at bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    primary key (id)
);
create unique index if not exists uq_itsm_asset_number on itsm_asset (tenant, asset_number);
create unique index if not exists uq_itsm_asset_tag on itsm_asset (tenant, tag_key);
create unique index if not exists uq_itsm_asset_serial on itsm_asset (tenant, serial_key);
create index if not exists ix_itsm_asset_kind on itsm_asset (tenant, asset_kind, asset_number, id);
create index if not exists ix_itsm_asset_model on itsm_asset (tenant, model, asset_number, id);
create index if not exists ix_itsm_asset_state on itsm_asset (tenant, state_name, asset_number, id);
create index if not exists ix_itsm_asset_live on itsm_asset (tenant, is_live, asset_number, id);
create index if not exists ix_itsm_asset_holder on itsm_asset (tenant, holder, asset_number, id);
create index if not exists ix_itsm_asset_unit on itsm_asset (tenant, organisation_unit, asset_number, id);
create index if not exists ix_itsm_asset_location on itsm_asset (tenant, location, asset_number, id);
create index if not exists ix_itsm_asset_store on itsm_asset (tenant, store_name, asset_number, id);
create index if not exists ix_itsm_asset_cost on itsm_asset (tenant, cost_centre, asset_number, id);
create index if not exists ix_itsm_asset_supplier on itsm_asset (tenant, supplier_id, asset_number, id);
create index if not exists ix_itsm_asset_purchase on itsm_asset (tenant, purchase_id, id);
create index if not exists ix_itsm_asset_contract on itsm_asset (tenant, contract_ref, asset_number, id);
create index if not exists ix_itsm_asset_ci on itsm_asset (tenant, ci_id, id);
create index if not exists ix_itsm_asset_main on itsm_asset (tenant, main_id, id);
create index if not exists ix_itsm_asset_disposal on itsm_asset (tenant, disposal_by, id);
create index if not exists ix_itsm_asset_warranty on itsm_asset (tenant, is_live, warranty_until_at, id);
create index if not exists ix_itsm_asset_cover on itsm_asset (tenant, is_live, contract_until_at, id);
create index if not exists ix_itsm_asset_loan on itsm_asset (tenant, state_name, loan_until_at, id);
create index if not exists ix_itsm_asset_changed on itsm_asset (tenant, changed_at, id);
create index if not exists ix_itsm_asset_tenant on itsm_asset (tenant, id);
create index if not exists ix_itsm_asset_due on itsm_asset (due_at, id);

create table if not exists itsm_part (
    id varchar(36) not null,
    tenant varchar(64) not null,
    record_version bigint not null,
    part_number varchar(30) not null,
    part_name varchar(400) not null,
    search_text varchar(4000) not null,
    part_code varchar(120),
    code_key varchar(360),
    counted_in varchar(40) not null,
    model varchar(200),
    manufacturer varchar(200),
    is_active boolean not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    primary key (id)
);
create unique index if not exists uq_itsm_part_number on itsm_part (tenant, part_number);
create unique index if not exists uq_itsm_part_code on itsm_part (tenant, code_key);
create index if not exists ix_itsm_part_name on itsm_part (tenant, part_name, id);
create index if not exists ix_itsm_part_active on itsm_part (tenant, is_active, part_name, id);
create index if not exists ix_itsm_part_tenant on itsm_part (tenant, id);

create table if not exists itsm_store_room (
    id varchar(36) not null,
    tenant varchar(64) not null,
    record_version bigint not null,
    store_name varchar(400) not null,
    name_key varchar(1200) not null,
    location varchar(200),
    keeper varchar(200),
    is_open boolean not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    primary key (id)
);
create unique index if not exists uq_itsm_store_room_name on itsm_store_room (tenant, name_key);
create index if not exists ix_itsm_store_room_name on itsm_store_room (tenant, store_name, id);
create index if not exists ix_itsm_store_room_open on itsm_store_room (tenant, is_open, store_name, id);
create index if not exists ix_itsm_store_room_keeper on itsm_store_room (tenant, keeper, id);
create index if not exists ix_itsm_store_room_tenant on itsm_store_room (tenant, id);

create table if not exists itsm_stock_item (
    id varchar(36) not null,
    tenant varchar(64) not null,
    record_version bigint not null,
    part_id varchar(36) not null,
    store_id varchar(36) not null,
    on_hand bigint not null,
    reserved bigint not null,
    on_order bigint not null,
    min_level bigint not null,
    max_level bigint not null,
    target_level bigint not null,
    is_low boolean not null,
    is_empty boolean not null,
    proposal_id varchar(36),
    counted_at bigint,
    movements bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    primary key (id)
);
create unique index if not exists uq_itsm_stock_item_place on itsm_stock_item (tenant, part_id, store_id);
create index if not exists ix_itsm_stock_item_store on itsm_stock_item (tenant, store_id, id);
create index if not exists ix_itsm_stock_item_low on itsm_stock_item (tenant, is_low, id);
create index if not exists ix_itsm_stock_item_tenant on itsm_stock_item (tenant, id);

create table if not exists itsm_stock_movement (
    id varchar(36) not null,
    tenant varchar(64) not null,
    item_id varchar(36) not null,
    sequence_number bigint not null,
    movement_kind varchar(20) not null,
    on_hand bigint not null,
    reserved bigint not null,
    on_order bigint not null,
    ticket_id varchar(36),
    task_id varchar(36),
    reservation_id varchar(36),
    other_item_id varchar(36),
    price_minor bigint,
    currency varchar(3),
    purchase_id varchar(36),
    receipt_id varchar(36),
    movement_reason varchar(4000),
    moved_by varchar(200) not null,
    moved_at bigint not null,
    primary key (id)
);
create unique index if not exists uq_itsm_movement_sequence on itsm_stock_movement (tenant, item_id, sequence_number);
create index if not exists ix_itsm_movement_ticket on itsm_stock_movement (tenant, ticket_id, moved_at, id);
create index if not exists ix_itsm_movement_purchase on itsm_stock_movement (tenant, purchase_id, id);
create index if not exists ix_itsm_movement_by on itsm_stock_movement (tenant, moved_by, item_id);
create index if not exists ix_itsm_movement_at on itsm_stock_movement (tenant, item_id, moved_at, id);

create table if not exists itsm_stock_reservation (
    id varchar(36) not null,
    tenant varchar(64) not null,
    record_version bigint not null,
    item_id varchar(36) not null,
    ticket_id varchar(36) not null,
    quantity bigint not null,
    open_quantity bigint not null,
    reservation_state varchar(20) not null,
    reserved_by varchar(200) not null,
    reserved_at bigint not null,
    until_at bigint not null,
    due_at bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    primary key (id)
);
create index if not exists ix_itsm_reservation_item on itsm_stock_reservation (tenant, item_id, reservation_state, id);
create index if not exists ix_itsm_reservation_ticket on itsm_stock_reservation (tenant, ticket_id, id);
create index if not exists ix_itsm_reservation_state on itsm_stock_reservation (tenant, reservation_state, id);
create index if not exists ix_itsm_reservation_by on itsm_stock_reservation (tenant, reserved_by, id);
create index if not exists ix_itsm_reservation_due on itsm_stock_reservation (due_at, id);
create index if not exists ix_itsm_reservation_tenant on itsm_stock_reservation (tenant, id);

create table if not exists itsm_purchase_proposal (
    id varchar(36) not null,
    tenant varchar(64) not null,
    record_version bigint not null,
    item_id varchar(36) not null,
    part_id varchar(36) not null,
    store_id varchar(36) not null,
    quantity bigint not null,
    received bigint not null,
    proposal_state varchar(20) not null,
    purchase_id varchar(36),
    proposed_at bigint not null,
    chain_sequence bigint not null,
    chain_hash varchar(64) not null,
    primary key (id)
);
create index if not exists ix_itsm_purchase_proposal_item on itsm_purchase_proposal (tenant, item_id, proposal_state, id);
create index if not exists ix_itsm_proposal_state on itsm_purchase_proposal (tenant, proposal_state, proposed_at, id);
create index if not exists ix_itsm_proposal_purchase on itsm_purchase_proposal (tenant, purchase_id, id);
create index if not exists ix_itsm_proposal_at on itsm_purchase_proposal (tenant, proposed_at, id);
create index if not exists ix_itsm_proposal_tenant on itsm_purchase_proposal (tenant, id);

insert into itsm_schema (schema_version)
select 7 where not exists (select 1 from itsm_schema where schema_version = 7);
