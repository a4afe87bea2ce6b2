package io.itsm4j.jpa.stock;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What ought to be bought. */
@Entity(name = "ItsmPurchaseProposal")
@Table(name = "itsm_purchase_proposal")
@Cacheable(false)
class ProposalEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "item_id", nullable = false, length = 36)
    String item = "";

    @Column(name = "part_id", nullable = false, length = 36)
    String part = "";

    @Column(name = "store_id", nullable = false, length = 36)
    String store = "";

    @Column(name = "quantity", nullable = false)
    long quantity;

    @Column(name = "received", nullable = false)
    long received;

    @Column(name = "proposal_state", nullable = false, length = 20)
    String state = "";

    @Column(name = "purchase_id", length = 36)
    @Nullable String purchase;

    @Column(name = "proposed_at", nullable = false)
    long proposedAt;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    ProposalEntity() {}

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

    public long getQuantity() {
        return quantity;
    }

    public void setQuantity(long quantity) {
        this.quantity = quantity;
    }

    public long getReceived() {
        return received;
    }

    public void setReceived(long received) {
        this.received = received;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public @Nullable String getPurchase() {
        return purchase;
    }

    public void setPurchase(@Nullable String purchase) {
        this.purchase = purchase;
    }

    public long getProposedAt() {
        return proposedAt;
    }

    public void setProposedAt(long proposedAt) {
        this.proposedAt = proposedAt;
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
