package io.itsm4j.jpa.approval;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Somebody who stands in for somebody else. */
@Entity(name = "ItsmDelegation")
@Table(name = "itsm_delegation")
@Cacheable(false)
class DelegationEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "principal", nullable = false, length = 100)
    String principal = "";

    @Column(name = "delegate", nullable = false, length = 100)
    String delegate = "";

    @Column(name = "starts_at", nullable = false)
    long startsAt;

    @Column(name = "until_at", nullable = false)
    long untilAt;

    @Column(name = "ends_at", nullable = false)
    long endsAt;

    @Column(name = "subject_kind", length = 40)
    @Nullable String kind;

    @Column(name = "withdrawn_at")
    @Nullable Long withdrawnAt;

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    DelegationEntity() {}

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

    public String getPrincipal() {
        return principal;
    }

    public void setPrincipal(String principal) {
        this.principal = principal;
    }

    public String getDelegate() {
        return delegate;
    }

    public void setDelegate(String delegate) {
        this.delegate = delegate;
    }

    public long getStartsAt() {
        return startsAt;
    }

    public void setStartsAt(long startsAt) {
        this.startsAt = startsAt;
    }

    public long getUntilAt() {
        return untilAt;
    }

    public void setUntilAt(long untilAt) {
        this.untilAt = untilAt;
    }

    public long getEndsAt() {
        return endsAt;
    }

    public void setEndsAt(long endsAt) {
        this.endsAt = endsAt;
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable Long getWithdrawnAt() {
        return withdrawnAt;
    }

    public void setWithdrawnAt(@Nullable Long withdrawnAt) {
        this.withdrawnAt = withdrawnAt;
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
