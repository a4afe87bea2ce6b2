package io.itsm4j.jpa.ticket;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Time spent on a ticket. */
@Entity(name = "ItsmWorkLog")
@Table(name = "itsm_work_log")
@Cacheable(false)
class WorkLogEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "ticket_id", nullable = false, length = 36)
    String ticketId = "";

    @Column(name = "person", nullable = false, length = 100)
    String person = "";

    @Column(name = "minutes_spent", nullable = false)
    long minutes;

    @Column(name = "cost_minor", nullable = false)
    long costMinor;

    @Column(name = "currency", length = 3)
    @Nullable String currency;

    @Column(name = "is_billable", nullable = false)
    boolean billable;

    @Column(name = "note", nullable = false, length = 1_000_000)
    String note = "";

    @Column(name = "logged_at", nullable = false)
    long at;

    WorkLogEntity() {}

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

    public String getTicketId() {
        return ticketId;
    }

    public void setTicketId(String ticketId) {
        this.ticketId = ticketId;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }

    public long getMinutes() {
        return minutes;
    }

    public void setMinutes(long minutes) {
        this.minutes = minutes;
    }

    public long getCostMinor() {
        return costMinor;
    }

    public void setCostMinor(long costMinor) {
        this.costMinor = costMinor;
    }

    public @Nullable String getCurrency() {
        return currency;
    }

    public void setCurrency(@Nullable String currency) {
        this.currency = currency;
    }

    public boolean getBillable() {
        return billable;
    }

    public void setBillable(boolean billable) {
        this.billable = billable;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public long getAt() {
        return at;
    }

    public void setAt(long at) {
        this.at = at;
    }
}
