package io.itsm4j.jpa.sla;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One cycle of a clock, for lists and reports. */
@Entity(name = "ItsmSlaClock")
@Table(name = "itsm_sla_clock")
@Cacheable(false)
class SlaClockEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "ticket_id", nullable = false, length = 36)
    String ticketId = "";

    @Column(name = "ticket_number", nullable = false, length = 40)
    String ticketNumber = "";

    @Column(name = "ticket_type", nullable = false, length = 60)
    String ticketType = "";

    @Column(name = "agreement_key", nullable = false, length = 60)
    String agreement = "";

    @Column(name = "agreement_revision", nullable = false)
    long revision;

    @Column(name = "definition_hash", nullable = false, length = 64)
    String definition = "";

    @Column(name = "agreement_kind", nullable = false, length = 10)
    String agreementKind = "";

    @Column(name = "metric", nullable = false, length = 40)
    String metric = "";

    @Column(name = "holder", nullable = false, length = 100)
    String holder = "";

    @Column(name = "target_name", nullable = false, length = 60)
    String target = "";

    @Column(name = "clock_cycle", nullable = false)
    int cycle;

    @Column(name = "clock_status", nullable = false, length = 20)
    String clockStatus = "";

    @Column(name = "is_open", nullable = false)
    boolean isOpen;

    @Column(name = "is_breached", nullable = false)
    boolean isBreached;

    @Column(name = "started_at", nullable = false)
    long startedAt;

    @Column(name = "due_at", nullable = false)
    long dueAt;

    @Column(name = "next_at", nullable = false)
    long nextAt;

    @Column(name = "half_at", nullable = false)
    long halfAt;

    @Column(name = "three_quarters_at", nullable = false)
    long threeQuartersAt;

    @Column(name = "nine_tenths_at", nullable = false)
    long nineTenthsAt;

    @Column(name = "elapsed_micros", nullable = false)
    long elapsedMicros;

    @Column(name = "target_micros", nullable = false)
    long targetMicros;

    @Column(name = "breached_at")
    @Nullable Long breachedAt;

    @Column(name = "ended_at")
    @Nullable Long endedAt;

    @Column(name = "calendar_hash", nullable = false, length = 64)
    String calendar = "";

    @Column(name = "priority", nullable = false)
    long priority;

    @Column(name = "support_group", length = 100)
    @Nullable String supportGroup;

    @Column(name = "service_ref", length = 200)
    @Nullable String service;

    @Column(name = "customer", length = 200)
    @Nullable String customer;

    @Column(name = "restricted_to", nullable = false, length = 1_000_000)
    String restrictedTo = "";

    SlaClockEntity() {}

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

    public String getTicketNumber() {
        return ticketNumber;
    }

    public void setTicketNumber(String ticketNumber) {
        this.ticketNumber = ticketNumber;
    }

    public String getTicketType() {
        return ticketType;
    }

    public void setTicketType(String ticketType) {
        this.ticketType = ticketType;
    }

    public String getAgreement() {
        return agreement;
    }

    public void setAgreement(String agreement) {
        this.agreement = agreement;
    }

    public long getRevision() {
        return revision;
    }

    public void setRevision(long revision) {
        this.revision = revision;
    }

    public String getDefinition() {
        return definition;
    }

    public void setDefinition(String definition) {
        this.definition = definition;
    }

    public String getAgreementKind() {
        return agreementKind;
    }

    public void setAgreementKind(String agreementKind) {
        this.agreementKind = agreementKind;
    }

    public String getMetric() {
        return metric;
    }

    public void setMetric(String metric) {
        this.metric = metric;
    }

    public String getHolder() {
        return holder;
    }

    public void setHolder(String holder) {
        this.holder = holder;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }

    public int getCycle() {
        return cycle;
    }

    public void setCycle(int cycle) {
        this.cycle = cycle;
    }

    public String getClockStatus() {
        return clockStatus;
    }

    public void setClockStatus(String clockStatus) {
        this.clockStatus = clockStatus;
    }

    public boolean getIsOpen() {
        return isOpen;
    }

    public void setIsOpen(boolean isOpen) {
        this.isOpen = isOpen;
    }

    public boolean getIsBreached() {
        return isBreached;
    }

    public void setIsBreached(boolean isBreached) {
        this.isBreached = isBreached;
    }

    public long getStartedAt() {
        return startedAt;
    }

    public void setStartedAt(long startedAt) {
        this.startedAt = startedAt;
    }

    public long getDueAt() {
        return dueAt;
    }

    public void setDueAt(long dueAt) {
        this.dueAt = dueAt;
    }

    public long getNextAt() {
        return nextAt;
    }

    public void setNextAt(long nextAt) {
        this.nextAt = nextAt;
    }

    public long getHalfAt() {
        return halfAt;
    }

    public void setHalfAt(long halfAt) {
        this.halfAt = halfAt;
    }

    public long getThreeQuartersAt() {
        return threeQuartersAt;
    }

    public void setThreeQuartersAt(long threeQuartersAt) {
        this.threeQuartersAt = threeQuartersAt;
    }

    public long getNineTenthsAt() {
        return nineTenthsAt;
    }

    public void setNineTenthsAt(long nineTenthsAt) {
        this.nineTenthsAt = nineTenthsAt;
    }

    public long getElapsedMicros() {
        return elapsedMicros;
    }

    public void setElapsedMicros(long elapsedMicros) {
        this.elapsedMicros = elapsedMicros;
    }

    public long getTargetMicros() {
        return targetMicros;
    }

    public void setTargetMicros(long targetMicros) {
        this.targetMicros = targetMicros;
    }

    public @Nullable Long getBreachedAt() {
        return breachedAt;
    }

    public void setBreachedAt(@Nullable Long breachedAt) {
        this.breachedAt = breachedAt;
    }

    public @Nullable Long getEndedAt() {
        return endedAt;
    }

    public void setEndedAt(@Nullable Long endedAt) {
        this.endedAt = endedAt;
    }

    public String getCalendar() {
        return calendar;
    }

    public void setCalendar(String calendar) {
        this.calendar = calendar;
    }

    public long getPriority() {
        return priority;
    }

    public void setPriority(long priority) {
        this.priority = priority;
    }

    public @Nullable String getSupportGroup() {
        return supportGroup;
    }

    public void setSupportGroup(@Nullable String supportGroup) {
        this.supportGroup = supportGroup;
    }

    public @Nullable String getService() {
        return service;
    }

    public void setService(@Nullable String service) {
        this.service = service;
    }

    public @Nullable String getCustomer() {
        return customer;
    }

    public void setCustomer(@Nullable String customer) {
        this.customer = customer;
    }

    public String getRestrictedTo() {
        return restrictedTo;
    }

    public void setRestrictedTo(String restrictedTo) {
        this.restrictedTo = restrictedTo;
    }
}
