package io.itsm4j.jpa.stock;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What lies of a part in a store. */
@Entity(name = "ItsmStockItem")
@Table(name = "itsm_stock_item")
@Cacheable(false)
class StockItemEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "part_id", nullable = false, length = 36)
    String part = "";

    @Column(name = "store_id", nullable = false, length = 36)
    String store = "";

    @Column(name = "on_hand", nullable = false)
    long onHand;

    @Column(name = "reserved", nullable = false)
    long reserved;

    @Column(name = "on_order", nullable = false)
    long onOrder;

    @Column(name = "min_level", nullable = false)
    long minLevel;

    @Column(name = "max_level", nullable = false)
    long maxLevel;

    @Column(name = "target_level", nullable = false)
    long targetLevel;

    @Column(name = "is_low", nullable = false)
    boolean isLow;

    @Column(name = "is_empty", nullable = false)
    boolean isEmpty;

    @Column(name = "proposal_id", length = 36)
    @Nullable String proposal;

    @Column(name = "counted_at")
    @Nullable Long countedAt;

    @Column(name = "movements", nullable = false)
    long movements;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    StockItemEntity() {}

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

    public String getPart() {
        return part;
    }

    public void setPart(String part) {
        this.part = part;
    }

    public String getStore() {
        return store;
    }

    public void setStore(String store) {
        this.store = store;
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

    public long getMinLevel() {
        return minLevel;
    }

    public void setMinLevel(long minLevel) {
        this.minLevel = minLevel;
    }

    public long getMaxLevel() {
        return maxLevel;
    }

    public void setMaxLevel(long maxLevel) {
        this.maxLevel = maxLevel;
    }

    public long getTargetLevel() {
        return targetLevel;
    }

    public void setTargetLevel(long targetLevel) {
        this.targetLevel = targetLevel;
    }

    public boolean isLow() {
        return isLow;
    }

    public void setLow(boolean low) {
        this.isLow = low;
    }

    public boolean isEmpty() {
        return isEmpty;
    }

    public void setEmpty(boolean empty) {
        this.isEmpty = empty;
    }

    public @Nullable String getProposal() {
        return proposal;
    }

    public void setProposal(@Nullable String proposal) {
        this.proposal = proposal;
    }

    public @Nullable Long getCountedAt() {
        return countedAt;
    }

    public void setCountedAt(@Nullable Long countedAt) {
        this.countedAt = countedAt;
    }

    public long getMovements() {
        return movements;
    }

    public void setMovements(long movements) {
        this.movements = movements;
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
