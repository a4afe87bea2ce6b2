package io.itsm4j.jpa.purchase;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What only a purchase has, in columns for questions and reports; the ticket itself carries it as JSON. */
@Entity(name = "ItsmPurchase")
@Table(name = "itsm_purchase")
@Cacheable(false)
class PurchaseEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "supplier_id", length = 36)
    @Nullable String supplier;

    @Column(name = "contract_id", length = 36)
    @Nullable String contract;

    @Column(name = "order_reference", length = 200)
    @Nullable String reference;

    @Column(name = "expected_at")
    @Nullable Long expectedAt;

    @Column(name = "needed_at")
    @Nullable Long neededBy;

    @Column(name = "cost_centre", length = 200)
    @Nullable String costCentre;

    @Column(name = "budget", length = 200)
    @Nullable String budget;

    @Column(name = "total_minor")
    @Nullable Long totalMinor;

    @Column(name = "currency", length = 3)
    @Nullable String currency;

    @Column(name = "proposal_id", length = 36)
    @Nullable String proposal;

    @Column(name = "approval_id", length = 36)
    @Nullable String approvalId;

    @Column(name = "approval_state", length = 20)
    @Nullable String approvalState;

    @Column(name = "is_exempt", nullable = false)
    boolean exempt;

    @Column(name = "ordered_by", length = 200)
    @Nullable String orderedBy;

    @Column(name = "ordered_at")
    @Nullable Long orderedAt;

    @Column(name = "purchase_lines", nullable = false, length = 1_000_000)
    String lines = "";

    @Column(name = "line_totals", nullable = false, length = 1_000_000)
    String totals = "";

    @Column(name = "reason", length = 1_000_000)
    @Nullable String reason;

    PurchaseEntity() {}

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

    public @Nullable String getSupplier() {
        return supplier;
    }

    public void setSupplier(@Nullable String supplier) {
        this.supplier = supplier;
    }

    public @Nullable String getContract() {
        return contract;
    }

    public void setContract(@Nullable String contract) {
        this.contract = contract;
    }

    public @Nullable String getReference() {
        return reference;
    }

    public void setReference(@Nullable String reference) {
        this.reference = reference;
    }

    public @Nullable Long getExpectedAt() {
        return expectedAt;
    }

    public void setExpectedAt(@Nullable Long expectedAt) {
        this.expectedAt = expectedAt;
    }

    public @Nullable Long getNeededBy() {
        return neededBy;
    }

    public void setNeededBy(@Nullable Long neededBy) {
        this.neededBy = neededBy;
    }

    public @Nullable String getCostCentre() {
        return costCentre;
    }

    public void setCostCentre(@Nullable String costCentre) {
        this.costCentre = costCentre;
    }

    public @Nullable String getBudget() {
        return budget;
    }

    public void setBudget(@Nullable String budget) {
        this.budget = budget;
    }

    public @Nullable Long getTotalMinor() {
        return totalMinor;
    }

    public void setTotalMinor(@Nullable Long totalMinor) {
        this.totalMinor = totalMinor;
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency;
    }

    public @Nullable String getProposal() {
        return proposal;
    }

    public void setProposal(@Nullable String proposal) {
        this.proposal = proposal;
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

    public boolean isExempt() {
        return exempt;
    }

    public void setExempt(boolean exempt) {
        this.exempt = exempt;
    }

    public @Nullable String getOrderedBy() {
        return orderedBy;
    }

    public void setOrderedBy(@Nullable String orderedBy) {
        this.orderedBy = orderedBy;
    }

    public @Nullable Long getOrderedAt() {
        return orderedAt;
    }

    public void setOrderedAt(@Nullable Long orderedAt) {
        this.orderedAt = orderedAt;
    }

    public String getLines() {
        return lines;
    }

    public void setLines(String lines) {
        this.lines = lines;
    }

    public String getTotals() {
        return totals;
    }

    public void setTotals(String totals) {
        this.totals = totals;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
