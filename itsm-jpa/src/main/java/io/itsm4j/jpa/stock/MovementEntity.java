package io.itsm4j.jpa.stock;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One movement of stock. */
@Entity(name = "ItsmMovement")
@Table(name = "itsm_stock_movement")
@Cacheable(false)
class MovementEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "item_id", nullable = false, length = 36)
    String item = "";

    @Column(name = "sequence_number", nullable = false)
    long sequence;

    @Column(name = "movement_kind", nullable = false, length = 20)
    String movementKind = "";

    @Column(name = "on_hand", nullable = false)
    long onHand;

    @Column(name = "reserved", nullable = false)
    long reserved;

    @Column(name = "on_order", nullable = false)
    long onOrder;

    @Column(name = "ticket_id", length = 36)
    @Nullable String ticket;

    @Column(name = "task_id", length = 36)
    @Nullable String task;

    @Column(name = "reservation_id", length = 36)
    @Nullable String reservation;

    @Column(name = "other_item_id", length = 36)
    @Nullable String other;

    @Column(name = "price_minor")
    @Nullable Long priceMinor;

    @Column(name = "currency", length = 3)
    @Nullable String currency;

    @Column(name = "purchase_id", length = 36)
    @Nullable String purchase;

    @Column(name = "receipt_id", length = 36)
    @Nullable String receipt;

    @Column(name = "movement_reason", length = 2000)
    @Nullable String reason;

    @Column(name = "moved_by", nullable = false, length = 100)
    String movedBy = "";

    @Column(name = "moved_at", nullable = false)
    long movedAt;

    MovementEntity() {}

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

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }

    public long getSequence() {
        return sequence;
    }

    public void setSequence(long sequence) {
        this.sequence = sequence;
    }

    public String getMovementKind() {
        return movementKind;
    }

    public void setMovementKind(String movementKind) {
        this.movementKind = movementKind;
    }

    public long getOnHand() {
        return onHand;
    }

    public void setOnHand(long onHand) {
        this.onHand = onHand;
    }

    public long getReserved() {
        return reserved;
    }

    public void setReserved(long reserved) {
        this.reserved = reserved;
    }

    public long getOnOrder() {
        return onOrder;
    }

    public void setOnOrder(long onOrder) {
        this.onOrder = onOrder;
    }

    public @Nullable String getTicket() {
        return ticket;
    }

    public void setTicket(@Nullable String ticket) {
        this.ticket = ticket;
    }

    public @Nullable String getTask() {
        return task;
    }

    public void setTask(@Nullable String task) {
        this.task = task;
    }

    public @Nullable String getReservation() {
        return reservation;
    }

    public void setReservation(@Nullable String reservation) {
        this.reservation = reservation;
    }

    public @Nullable String getOther() {
        return other;
    }

    public void setOther(@Nullable String other) {
        this.other = other;
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

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public String getMovedBy() {
        return movedBy;
    }

    public void setMovedBy(String movedBy) {
        this.movedBy = movedBy;
    }

    public long getMovedAt() {
        return movedAt;
    }

    public void setMovedAt(long movedAt) {
        this.movedAt = movedAt;
    }
}
