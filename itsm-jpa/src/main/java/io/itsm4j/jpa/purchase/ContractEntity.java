package io.itsm4j.jpa.purchase;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What was agreed with a supplier, for a time. */
@Entity(name = "ItsmContract")
@Table(name = "itsm_contract")
@Cacheable(false)
class ContractEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "contract_number", nullable = false, length = 40)
    String contractNumber = "";

    @Column(name = "supplier_id", nullable = false, length = 36)
    String supplier = "";

    @Column(name = "contract_kind", nullable = false, length = 20)
    String contractKind = "";

    @Column(name = "title", nullable = false, length = 400)
    String title = "";

    @Column(name = "valid_from_at", nullable = false)
    long validFrom;

    @Column(name = "valid_until_at")
    @Nullable Long validUntil;

    @Column(name = "is_automatic", nullable = false)
    boolean automatic;

    @Column(name = "term_months", nullable = false)
    int termMonths;

    @Column(name = "notice_days", nullable = false)
    int noticeDays;

    @Column(name = "price_minor")
    @Nullable Long priceMinor;

    @Column(name = "currency", length = 3)
    @Nullable String currency;

    @Column(name = "covers", nullable = false, length = 1_000_000)
    String covers = "";

    @Column(name = "agreement_key", length = 60)
    @Nullable String agreement;

    @Column(name = "documents", nullable = false, length = 1_000_000)
    String documents = "";

    @Column(name = "state_name", nullable = false, length = 20)
    String state = "";

    @Column(name = "reminded", nullable = false, length = 200)
    String reminded = "";

    @Column(name = "renews_id", length = 36)
    @Nullable String renews;

    @Column(name = "renewed_by_id", length = 36)
    @Nullable String renewedBy;

    @Column(name = "due_at", nullable = false)
    long dueAt;

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    ContractEntity() {}

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

    public String getContractNumber() {
        return contractNumber;
    }

    public void setContractNumber(String contractNumber) {
        this.contractNumber = contractNumber;
    }

    public String getSupplier() {
        return supplier;
    }

    public void setSupplier(String supplier) {
        this.supplier = supplier;
    }

    public String getContractKind() {
        return contractKind;
    }

    public void setContractKind(String contractKind) {
        this.contractKind = contractKind;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public long getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(long validFrom) {
        this.validFrom = validFrom;
    }

    public @Nullable Long getValidUntil() {
        return validUntil;
    }

    public void setValidUntil(@Nullable Long validUntil) {
        this.validUntil = validUntil;
    }

    public boolean isAutomatic() {
        return automatic;
    }

    public void setAutomatic(boolean automatic) {
        this.automatic = automatic;
    }

    public int getTermMonths() {
        return termMonths;
    }

    public void setTermMonths(int termMonths) {
        this.termMonths = termMonths;
    }

    public int getNoticeDays() {
        return noticeDays;
    }

    public void setNoticeDays(int noticeDays) {
        this.noticeDays = noticeDays;
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

    public String getCovers() {
        return covers;
    }

    public void setCovers(String covers) {
        this.covers = covers;
    }

    public @Nullable String getAgreement() {
        return agreement;
    }

    public void setAgreement(@Nullable String agreement) {
        this.agreement = agreement;
    }

    public String getDocuments() {
        return documents;
    }

    public void setDocuments(String documents) {
        this.documents = documents;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getReminded() {
        return reminded;
    }

    public void setReminded(String reminded) {
        this.reminded = reminded;
    }

    public @Nullable String getRenews() {
        return renews;
    }

    public void setRenews(@Nullable String renews) {
        this.renews = renews;
    }

    public @Nullable String getRenewedBy() {
        return renewedBy;
    }

    public void setRenewedBy(@Nullable String renewedBy) {
        this.renewedBy = renewedBy;
    }

    public long getDueAt() {
        return dueAt;
    }

    public void setDueAt(long dueAt) {
        this.dueAt = dueAt;
    }

    @Override
    public long getVersion() {
        return version;
    }

    public void setVersion(long version) {
        this.version = version;
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
