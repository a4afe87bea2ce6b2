package io.itsm4j.jpa.change;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A configuration item held by a scheduled change. */
@Entity(name = "ItsmBooking")
@Table(name = "itsm_booking")
@Cacheable(false)
class BookingEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "change_id", nullable = false, length = 36)
    String change = "";

    @Column(name = "change_number", nullable = false, length = 40)
    String changeNumber = "";

    @Column(name = "ci_ref", nullable = false, length = 100)
    String ci = "";

    @Column(name = "is_direct", nullable = false)
    boolean direct;

    @Column(name = "is_lead", nullable = false)
    boolean lead;

    @Column(name = "starts_at", nullable = false)
    long startsAt;

    @Column(name = "ends_at", nullable = false)
    long endsAt;

    BookingEntity() {}

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

    public String getChange() {
        return change;
    }

    public void setChange(String change) {
        this.change = change;
    }

    public String getChangeNumber() {
        return changeNumber;
    }

    public void setChangeNumber(String changeNumber) {
        this.changeNumber = changeNumber;
    }

    public String getCi() {
        return ci;
    }

    public void setCi(String ci) {
        this.ci = ci;
    }

    public boolean isDirect() {
        return direct;
    }

    public void setDirect(boolean direct) {
        this.direct = direct;
    }

    public boolean isLead() {
        return lead;
    }

    public void setLead(boolean lead) {
        this.lead = lead;
    }

    public long getStartsAt() {
        return startsAt;
    }

    public void setStartsAt(long startsAt) {
        this.startsAt = startsAt;
    }

    public long getEndsAt() {
        return endsAt;
    }

    public void setEndsAt(long endsAt) {
        this.endsAt = endsAt;
    }
}
