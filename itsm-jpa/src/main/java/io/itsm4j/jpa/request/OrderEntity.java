package io.itsm4j.jpa.request;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An order; where it stands follows from its items. */
@Entity(name = "ItsmOrder")
@Table(name = "itsm_order")
@Cacheable(false)
class OrderEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "order_number", nullable = false, length = 40)
    String orderNumber = "";

    @Column(name = "requester", nullable = false, length = 100)
    String requester = "";

    @Column(name = "opened_for", nullable = false, length = 100)
    String openedFor = "";

    @Column(name = "placed_at", nullable = false)
    long placedAt;

    @Column(name = "items", nullable = false, length = 1_000_000)
    String items = "";

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    OrderEntity() {}

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

    public String getOrderNumber() {
        return orderNumber;
    }

    public void setOrderNumber(String orderNumber) {
        this.orderNumber = orderNumber;
    }

    public String getRequester() {
        return requester;
    }

    public void setRequester(String requester) {
        this.requester = requester;
    }

    public String getOpenedFor() {
        return openedFor;
    }

    public void setOpenedFor(String openedFor) {
        this.openedFor = openedFor;
    }

    public long getPlacedAt() {
        return placedAt;
    }

    public void setPlacedAt(long placedAt) {
        this.placedAt = placedAt;
    }

    public String getItems() {
        return items;
    }

    public void setItems(String items) {
        this.items = items;
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
