package io.itsm4j.jpa.purchase;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Whom something is bought from. */
@Entity(name = "ItsmSupplier")
@Table(name = "itsm_supplier")
@Cacheable(false)
class SupplierEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "supplier_number", nullable = false, length = 40)
    String supplierNumber = "";

    @Column(name = "supplier_name", nullable = false, length = 200)
    String name = "";

    @Column(name = "taken_name", length = 400)
    @Nullable String takenName;

    @Column(name = "status_name", nullable = false, length = 20)
    String status = "";

    @Column(name = "categories", nullable = false, length = 1_000_000)
    String categories = "";

    @Column(name = "contacts", nullable = false, length = 1_000_000)
    String contacts = "";

    @Column(name = "note", length = 8000)
    @Nullable String note;

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    SupplierEntity() {}

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

    public String getSupplierNumber() {
        return supplierNumber;
    }

    public void setSupplierNumber(String supplierNumber) {
        this.supplierNumber = supplierNumber;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public @Nullable String getTakenName() {
        return takenName;
    }

    public void setTakenName(@Nullable String takenName) {
        this.takenName = takenName;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public String getCategories() {
        return categories;
    }

    public void setCategories(String categories) {
        this.categories = categories;
    }

    public String getContacts() {
        return contacts;
    }

    public void setContacts(String contacts) {
        this.contacts = contacts;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
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
