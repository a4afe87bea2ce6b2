package io.itsm4j.jpa.request;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What only a request has, in columns for questions and reports; the ticket itself carries it as JSON. */
@Entity(name = "ItsmRequest")
@Table(name = "itsm_request")
@Cacheable(false)
class RequestEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    private String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    private String tenant = "";

    @Column(name = "order_id", length = 36)
    private @Nullable String order;

    @Column(name = "item_key", nullable = false, length = 100)
    private String item = "";

    @Column(name = "item_revision", nullable = false)
    private long itemRevision;

    @Column(name = "item_hash", nullable = false, length = 64)
    private String itemHash = "";

    @Column(name = "quantity", nullable = false)
    private int quantity;

    @Column(name = "answers", nullable = false, length = 1_000_000)
    private String answers = "";

    @Column(name = "price_minor")
    private @Nullable Long priceMinor;

    @Column(name = "currency", length = 3)
    private @Nullable String currency;

    @Column(name = "approval_policy", length = 100)
    private @Nullable String approval;

    @Column(name = "approval_id", length = 36)
    private @Nullable String approvalId;

    @Column(name = "approval_state", length = 20)
    private @Nullable String approvalState;

    @Column(name = "deliver_by")
    private @Nullable Long deliverBy;

    @Column(name = "plan_tasks", nullable = false, length = 1_000_000)
    private String tasks = "";

    @Column(name = "outcome", length = 1_000_000)
    private @Nullable String outcome;

    RequestEntity() {}

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

    public @Nullable String getOrder() {
        return order;
    }

    public void setOrder(@Nullable String order) {
        this.order = order;
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }

    public long getItemRevision() {
        return itemRevision;
    }

    public void setItemRevision(long itemRevision) {
        this.itemRevision = itemRevision;
    }

    public String getItemHash() {
        return itemHash;
    }

    public void setItemHash(String itemHash) {
        this.itemHash = itemHash;
    }

    public int getQuantity() {
        return quantity;
    }

    public void setQuantity(int quantity) {
        this.quantity = quantity;
    }

    public String getAnswers() {
        return answers;
    }

    public void setAnswers(String answers) {
        this.answers = answers;
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

    public @Nullable String getApproval() {
        return approval;
    }

    public void setApproval(@Nullable String approval) {
        this.approval = approval;
    }

    public @Nullable String getApprovalId() {
        return approvalId;
    }

    public void setApprovalId(@Nullable String approvalId) {
        this.approvalId = approvalId;
    }

    public @Nullable String getApprovalState() {
        return approvalState;
    }

    public void setApprovalState(@Nullable String approvalState) {
        this.approvalState = approvalState;
    }

    public @Nullable Long getDeliverBy() {
        return deliverBy;
    }

    public void setDeliverBy(@Nullable Long deliverBy) {
        this.deliverBy = deliverBy;
    }

    public String getTasks() {
        return tasks;
    }

    public void setTasks(String tasks) {
        this.tasks = tasks;
    }

    public @Nullable String getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable String outcome) {
        this.outcome = outcome;
    }
}
