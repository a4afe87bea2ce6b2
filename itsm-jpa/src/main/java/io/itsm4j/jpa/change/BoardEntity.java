package io.itsm4j.jpa.change;

import io.itsm4j.jpa.mapping.KeptRow;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A board formed for a change. */
@Entity(name = "ItsmChangeBoard")
@Table(name = "itsm_change_board")
@Cacheable(false)
class BoardEntity implements KeptRow {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "change_id", nullable = false, length = 36)
    String change = "";

    @Column(name = "agenda", nullable = false, length = 1_000_000)
    String agenda = "";

    @Column(name = "meets_at", nullable = false)
    long meetsAt;

    @Column(name = "approvers", nullable = false, length = 1_000_000)
    String approvers = "";

    @Column(name = "advisers", nullable = false, length = 1_000_000)
    String advisers = "";

    @Column(name = "quorum", nullable = false)
    int quorum;

    @Column(name = "state_name", nullable = false, length = 20)
    String state = "";

    @Column(name = "attendees", nullable = false, length = 1_000_000)
    String attendees = "";

    @Column(name = "minutes_text", length = 1_000_000)
    @Nullable String minutes;

    @Column(name = "record_version", nullable = false)
    long version;

    @Column(name = "chain_sequence", nullable = false)
    long chainSequence;

    @Column(name = "chain_hash", nullable = false, length = 64)
    String chainHash = "";

    BoardEntity() {}

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

    public String getAgenda() {
        return agenda;
    }

    public void setAgenda(String agenda) {
        this.agenda = agenda;
    }

    public long getMeetsAt() {
        return meetsAt;
    }

    public void setMeetsAt(long meetsAt) {
        this.meetsAt = meetsAt;
    }

    public String getApprovers() {
        return approvers;
    }

    public void setApprovers(String approvers) {
        this.approvers = approvers;
    }

    public String getAdvisers() {
        return advisers;
    }

    public void setAdvisers(String advisers) {
        this.advisers = advisers;
    }

    public int getQuorum() {
        return quorum;
    }

    public void setQuorum(int quorum) {
        this.quorum = quorum;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getAttendees() {
        return attendees;
    }

    public void setAttendees(String attendees) {
        this.attendees = attendees;
    }

    public @Nullable String getMinutes() {
        return minutes;
    }

    public void setMinutes(@Nullable String minutes) {
        this.minutes = minutes;
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
