package io.itsm4j.jpa.asset;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Something that is owned. */
@Entity(name = "ItsmAsset")
@Table(name = "itsm_asset")
@Cacheable(false)
class AssetEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "asset_number", nullable = false, length = 30)
    String number = "";

    @Column(name = "asset_kind", nullable = false, length = 40)
    String assetKind = "";

    @Column(name = "asset_name", nullable = false, length = 200)
    String name = "";

    @Column(name = "search_text", nullable = false, length = 2000)
    String searchText = "";

    @Column(name = "label_tag", length = 60)
    @Nullable String tag;

    @Column(name = "tag_key", length = 180)
    @Nullable String tagKey;

    @Column(name = "serial_number", length = 100)
    @Nullable String serial;

    @Column(name = "serial_key", length = 300)
    @Nullable String serialKey;

    @Column(name = "model", length = 100)
    @Nullable String model;

    @Column(name = "manufacturer", length = 100)
    @Nullable String manufacturer;

    @Column(name = "state_name", nullable = false, length = 40)
    String state = "";

    @Column(name = "state_category", nullable = false, length = 20)
    String stateCategory = "";

    @Column(name = "is_live", nullable = false)
    boolean isLive;

    @Column(name = "holder", length = 100)
    @Nullable String holder;

    @Column(name = "organisation_unit", length = 100)
    @Nullable String unit;

    @Column(name = "location", length = 100)
    @Nullable String location;

    @Column(name = "store_name", length = 100)
    @Nullable String store;

    @Column(name = "cost_centre", length = 100)
    @Nullable String costCentre;

    @Column(name = "price_minor")
    @Nullable Long priceMinor;

    @Column(name = "currency", length = 3)
    @Nullable String currency;

    @Column(name = "supplier_id", length = 100)
    @Nullable String supplier;

    @Column(name = "purchase_id", length = 36)
    @Nullable String purchase;

    @Column(name = "receipt_id", length = 36)
    @Nullable String receipt;

    @Column(name = "warranty_until_at", nullable = false)
    long warrantyUntil;

    @Column(name = "contract_ref", length = 100)
    @Nullable String contract;

    @Column(name = "contract_until_at", nullable = false)
    long contractUntil;

    @Column(name = "ci_id", length = 36)
    @Nullable String ci;

    @Column(name = "main_id", length = 36)
    @Nullable String main;

    @Column(name = "attached_at")
    @Nullable Long attachedAt;

    @Column(name = "is_original", nullable = false)
    boolean isOriginal;

    @Column(name = "accessories", nullable = false)
    long accessories;

    @Column(name = "lent_at")
    @Nullable Long lentAt;

    @Column(name = "loan_until_at", nullable = false)
    long loanUntil;

    @Column(name = "loan_reminder_at")
    @Nullable Long loanReminderAt;

    @Column(name = "repair_at")
    @Nullable Long repairAt;

    @Column(name = "repair_ticket_id", length = 36)
    @Nullable String repairTicket;

    @Column(name = "repair_by", length = 100)
    @Nullable String repairBy;

    @Column(name = "disposal_by", length = 100)
    @Nullable String disposalBy;

    @Column(name = "disposal", length = 1000000)
    @Nullable String disposal;

    @Column(name = "warranty_notice_at")
    @Nullable Long warrantyNotice;

    @Column(name = "contract_notice_at")
    @Nullable Long contractNotice;

    @Column(name = "due_at", nullable = false)
    long dueAt;

    @Column(name = "created_at", nullable = false)
    long createdAt;

    @Column(name = "changed_at", nullable = false)
    long changedAt;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    AssetEntity() {}

    @Override
    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    @Override
    public String getTenant() {
        return tenant;
    }

    public void setTenant(String tenant) {
        this.tenant = tenant;
    }

    @Override
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getAssetKind() {
        return assetKind;
    }

    public void setAssetKind(String assetKind) {
        this.assetKind = assetKind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getSearchText() {
        return searchText;
    }

    public void setSearchText(String searchText) {
        this.searchText = searchText;
    }

    public @Nullable String getTag() {
        return tag;
    }

    public void setTag(@Nullable String tag) {
        this.tag = tag;
    }

    public @Nullable String getTagKey() {
        return tagKey;
    }

    public void setTagKey(@Nullable String tagKey) {
        this.tagKey = tagKey;
    }

    public @Nullable String getSerial() {
        return serial;
    }

    public void setSerial(@Nullable String serial) {
        this.serial = serial;
    }

    public @Nullable String getSerialKey() {
        return serialKey;
    }

    public void setSerialKey(@Nullable String serialKey) {
        this.serialKey = serialKey;
    }

    public @Nullable String getModel() {
        return model;
    }

    public void setModel(@Nullable String model) {
        this.model = model;
    }

    public @Nullable String getManufacturer() {
        return manufacturer;
    }

    public void setManufacturer(@Nullable String manufacturer) {
        this.manufacturer = manufacturer;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getStateCategory() {
        return stateCategory;
    }

    public void setStateCategory(String stateCategory) {
        this.stateCategory = stateCategory;
    }

    public boolean isLive() {
        return isLive;
    }

    public void setLive(boolean live) {
        this.isLive = live;
    }

    public @Nullable String getHolder() {
        return holder;
    }

    public void setHolder(@Nullable String holder) {
        this.holder = holder;
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit;
    }

    public @Nullable String getLocation() {
        return location;
    }

    public void setLocation(@Nullable String location) {
        this.location = location;
    }

    public @Nullable String getStore() {
        return store;
    }

    public void setStore(@Nullable String store) {
        this.store = store;
    }

    public @Nullable String getCostCentre() {
        return costCentre;
    }

    public void setCostCentre(@Nullable String costCentre) {
        this.costCentre = costCentre;
    }

    public @Nullable Long getPriceMinor() {
        return priceMinor;
    }

    public void setPriceMinor(@Nullable Long priceMinor) {
        this.priceMinor = priceMinor;
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency;
    }

    public @Nullable String getSupplier() {
        return supplier;
    }

    public void setSupplier(@Nullable String supplier) {
        this.supplier = supplier;
    }

    public @Nullable String getPurchase() {
        return purchase;
    }

    public void setPurchase(@Nullable String purchase) {
        this.purchase = purchase;
    }

    public @Nullable String getReceipt() {
        return receipt;
    }

    public void setReceipt(@Nullable String receipt) {
        this.receipt = receipt;
    }

    public long getWarrantyUntil() {
        return warrantyUntil;
    }

    public void setWarrantyUntil(long warrantyUntil) {
        this.warrantyUntil = warrantyUntil;
    }

    public @Nullable String getContract() {
        return contract;
    }

    public void setContract(@Nullable String contract) {
        this.contract = contract;
    }

    public long getContractUntil() {
        return contractUntil;
    }

    public void setContractUntil(long contractUntil) {
        this.contractUntil = contractUntil;
    }

    public @Nullable String getCi() {
        return ci;
    }

    public void setCi(@Nullable String ci) {
        this.ci = ci;
    }

    public @Nullable String getMain() {
        return main;
    }

    public void setMain(@Nullable String main) {
        this.main = main;
    }

    public @Nullable Long getAttachedAt() {
        return attachedAt;
    }

    public void setAttachedAt(@Nullable Long attachedAt) {
        this.attachedAt = attachedAt;
    }

    public boolean isOriginal() {
        return isOriginal;
    }

    public void setOriginal(boolean original) {
        this.isOriginal = original;
    }

    public long getAccessories() {
        return accessories;
    }

    public void setAccessories(long accessories) {
        this.accessories = accessories;
    }

    public @Nullable Long getLentAt() {
        return lentAt;
    }

    public void setLentAt(@Nullable Long lentAt) {
        this.lentAt = lentAt;
    }

    public long getLoanUntil() {
        return loanUntil;
    }

    public void setLoanUntil(long loanUntil) {
        this.loanUntil = loanUntil;
    }

    public @Nullable Long getLoanReminderAt() {
        return loanReminderAt;
    }

    public void setLoanReminderAt(@Nullable Long loanReminderAt) {
        this.loanReminderAt = loanReminderAt;
    }

    public @Nullable Long getRepairAt() {
        return repairAt;
    }

    public void setRepairAt(@Nullable Long repairAt) {
        this.repairAt = repairAt;
    }

    public @Nullable String getRepairTicket() {
        return repairTicket;
    }

    public void setRepairTicket(@Nullable String repairTicket) {
        this.repairTicket = repairTicket;
    }

    public @Nullable String getRepairBy() {
        return repairBy;
    }

    public void setRepairBy(@Nullable String repairBy) {
        this.repairBy = repairBy;
    }

    public @Nullable String getDisposalBy() {
        return disposalBy;
    }

    public void setDisposalBy(@Nullable String disposalBy) {
        this.disposalBy = disposalBy;
    }

    public @Nullable String getDisposal() {
        return disposal;
    }

    public void setDisposal(@Nullable String disposal) {
        this.disposal = disposal;
    }

    public @Nullable Long getWarrantyNotice() {
        return warrantyNotice;
    }

    public void setWarrantyNotice(@Nullable Long warrantyNotice) {
        this.warrantyNotice = warrantyNotice;
    }

    public @Nullable Long getContractNotice() {
        return contractNotice;
    }

    public void setContractNotice(@Nullable Long contractNotice) {
        this.contractNotice = contractNotice;
    }

    public long getDueAt() {
        return dueAt;
    }

    public void setDueAt(long dueAt) {
        this.dueAt = dueAt;
    }

    public long getCreatedAt() {
        return createdAt;
    }

    public void setCreatedAt(long createdAt) {
        this.createdAt = createdAt;
    }

    public long getChangedAt() {
        return changedAt;
    }

    public void setChangedAt(long changedAt) {
        this.changedAt = changedAt;
    }

    @Override
    public long getChainSequence() {
        return chainSequence;
    }

    public void setChainSequence(long chainSequence) {
        this.chainSequence = chainSequence;
    }

    @Override
    public String getChainHash() {
        return chainHash;
    }

    public void setChainHash(String chainHash) {
        this.chainHash = chainHash;
    }
}
