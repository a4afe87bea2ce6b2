package io.itsm4j.jpa.change;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A freeze or a maintenance window. */
@Entity(name = "ItsmChangeWindow")
@Table(name = "itsm_change_window")
@Cacheable(false)
class ChangeWindowEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "window_kind", nullable = false, length = 20)
    String kind = "";

    @Column(name = "window_name", nullable = false, length = 100)
    String name = "";

    @Column(name = "scope_name", nullable = false, length = 20)
    String scope = "";

    @Column(name = "scope_ref", nullable = false, length = 100)
    String reference = "";

    @Column(name = "starts_at", nullable = false)
    long startsAt;

    @Column(name = "ends_at", nullable = false)
    long endsAt;

    @Column(name = "zone_name", nullable = false, length = 60)
    String zone = "";

    @Column(name = "recurrence_rule", length = 1000)
    @Nullable String rule;

    @Column(name = "withdrawn_at")
    @Nullable Long withdrawnAt;

    @Column(name = "over_at", nullable = false)
    long overAt;

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    ChangeWindowEntity() {}

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

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getScope() {
        return scope;
    }

    public void setScope(String scope) {
        this.scope = scope;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
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

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public @Nullable String getRule() {
        return rule;
    }

    public void setRule(@Nullable String rule) {
        this.rule = rule;
    }

    public @Nullable Long getWithdrawnAt() {
        return withdrawnAt;
    }

    public void setWithdrawnAt(@Nullable Long withdrawnAt) {
        this.withdrawnAt = withdrawnAt;
    }

    public long getOverAt() {
        return overAt;
    }

    public void setOverAt(long overAt) {
        this.overAt = overAt;
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
