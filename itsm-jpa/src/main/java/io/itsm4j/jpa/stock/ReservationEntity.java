package io.itsm4j.jpa.stock;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Parts that are set aside for a ticket. */
@Entity(name = "ItsmReservation")
@Table(name = "itsm_stock_reservation")
@Cacheable(false)
class ReservationEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "item_id", nullable = false, length = 36)
    String item = "";

    @Column(name = "ticket_id", nullable = false, length = 36)
    String ticket = "";

    @Column(name = "quantity", nullable = false)
    long quantity;

    @Column(name = "open_quantity", nullable = false)
    long openQuantity;

    @Column(name = "reservation_state", nullable = false, length = 20)
    String state = "";

    @Column(name = "reserved_by", nullable = false, length = 100)
    String reservedBy = "";

    @Column(name = "reserved_at", nullable = false)
    long reservedAt;

    @Column(name = "until_at", nullable = false)
    long untilAt;

    @Column(name = "due_at", nullable = false)
    long dueAt;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    ReservationEntity() {}

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

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }

    public String getTicket() {
        return ticket;
    }

    public void setTicket(String ticket) {
        this.ticket = ticket;
    }

    public long getQuantity() {
        return quantity;
    }

    public void setQuantity(long quantity) {
        this.quantity = quantity;
    }

    public long getOpenQuantity() {
        return openQuantity;
    }

    public void setOpenQuantity(long openQuantity) {
        this.openQuantity = openQuantity;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getReservedBy() {
        return reservedBy;
    }

    public void setReservedBy(String reservedBy) {
        this.reservedBy = reservedBy;
    }

    public long getReservedAt() {
        return reservedAt;
    }

    public void setReservedAt(long reservedAt) {
        this.reservedAt = reservedAt;
    }

    public long getUntilAt() {
        return untilAt;
    }

    public void setUntilAt(long untilAt) {
        this.untilAt = untilAt;
    }

    public long getDueAt() {
        return dueAt;
    }

    public void setDueAt(long dueAt) {
        this.dueAt = dueAt;
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
