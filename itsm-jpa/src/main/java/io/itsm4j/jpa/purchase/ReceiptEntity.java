package io.itsm4j.jpa.purchase;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** That something of one line of a purchase arrived, was taken back, or will not come any more. */
@Entity(name = "ItsmReceipt")
@Table(name = "itsm_receipt")
@Cacheable(false)
class ReceiptEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "purchase_id", nullable = false, length = 36)
    String purchaseId = "";

    @Column(name = "line_number", nullable = false)
    int lineNumber;

    @Column(name = "receipt_kind", nullable = false, length = 20)
    String receiptKind = "";

    @Column(name = "quantity", nullable = false)
    long quantity;

    @Column(name = "reverses_id", length = 36)
    @Nullable String reverses;

    @Column(name = "reversed", nullable = false)
    long reversed;

    @Column(name = "store_ref", length = 200)
    @Nullable String store;

    @Column(name = "note", length = 4000)
    @Nullable String note;

    @Column(name = "made", nullable = false, length = 1_000_000)
    String made = "";

    @Column(name = "received_by", nullable = false, length = 200)
    String receivedBy = "";

    @Column(name = "received_at", nullable = false)
    long receivedAt;

    ReceiptEntity() {}

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

    public String getPurchaseId() {
        return purchaseId;
    }

    public void setPurchaseId(String purchaseId) {
        this.purchaseId = purchaseId;
    }

    public int getLineNumber() {
        return lineNumber;
    }

    public void setLineNumber(int lineNumber) {
        this.lineNumber = lineNumber;
    }

    public String getReceiptKind() {
        return receiptKind;
    }

    public void setReceiptKind(String receiptKind) {
        this.receiptKind = receiptKind;
    }

    public long getQuantity() {
        return quantity;
    }

    public void setQuantity(long quantity) {
        this.quantity = quantity;
    }

    public @Nullable String getReverses() {
        return reverses;
    }

    public void setReverses(@Nullable String reverses) {
        this.reverses = reverses;
    }

    public long getReversed() {
        return reversed;
    }

    public void setReversed(long reversed) {
        this.reversed = reversed;
    }

    public @Nullable String getStore() {
        return store;
    }

    public void setStore(@Nullable String store) {
        this.store = store;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }

    public String getMade() {
        return made;
    }

    public void setMade(String made) {
        this.made = made;
    }

    public String getReceivedBy() {
        return receivedBy;
    }

    public void setReceivedBy(String receivedBy) {
        this.receivedBy = receivedBy;
    }

    public long getReceivedAt() {
        return receivedAt;
    }

    public void setReceivedAt(long receivedAt) {
        this.receivedAt = receivedAt;
    }
}
