package io.itsm4j.jpa.approval;

import io.itsm4j.jpa.mapping.Row;
import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A vote as it was given. */
@Entity(name = "ItsmVote")
@Table(name = "itsm_vote")
@Cacheable(false)
class VoteEntity implements Row {

    @Id
    @Column(name = "id", nullable = false, length = 36)
    String id = "";

    @Column(name = "tenant", nullable = false, length = 64)
    String tenant = "";

    @Column(name = "approval_id", nullable = false, length = 36)
    String approval = "";

    @Column(name = "vote_round", nullable = false)
    int voteRound;

    @Column(name = "step_name", nullable = false, length = 100)
    String stepName = "";

    @Column(name = "principal", nullable = false, length = 100)
    String principal = "";

    @Column(name = "voted_by", nullable = false, length = 100)
    String votedBy = "";

    @Column(name = "choice_name", nullable = false, length = 20)
    String choice = "";

    @Column(name = "vote_comment", length = 2000)
    @Nullable String comment;

    @Column(name = "form_version", nullable = false)
    int form;

    @Column(name = "content_hash", nullable = false, length = 64)
    String hash = "";

    @Column(name = "voted_at", nullable = false)
    long votedAt;

    VoteEntity() {}

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

    public String getApproval() {
        return approval;
    }

    public void setApproval(String approval) {
        this.approval = approval;
    }

    public int getVoteRound() {
        return voteRound;
    }

    public void setVoteRound(int voteRound) {
        this.voteRound = voteRound;
    }

    public String getStepName() {
        return stepName;
    }

    public void setStepName(String stepName) {
        this.stepName = stepName;
    }

    public String getPrincipal() {
        return principal;
    }

    public void setPrincipal(String principal) {
        this.principal = principal;
    }

    public String getVotedBy() {
        return votedBy;
    }

    public void setVotedBy(String votedBy) {
        this.votedBy = votedBy;
    }

    public String getChoice() {
        return choice;
    }

    public void setChoice(String choice) {
        this.choice = choice;
    }

    public @Nullable String getComment() {
        return comment;
    }

    public void setComment(@Nullable String comment) {
        this.comment = comment;
    }

    public int getForm() {
        return form;
    }

    public void setForm(int form) {
        this.form = form;
    }

    public String getHash() {
        return hash;
    }

    public void setHash(String hash) {
        this.hash = hash;
    }

    public long getVotedAt() {
        return votedAt;
    }

    public void setVotedAt(long votedAt) {
        this.votedAt = votedAt;
    }
}
