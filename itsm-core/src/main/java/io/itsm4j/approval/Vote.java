package io.itsm4j.approval;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A vote as it was given. It is never changed: when the content changes, a new round begins and the vote stays as
 * evidence of what was approved. A principal votes once in a step of a round.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param approval the approval
 * @param round the round
 * @param step the step's name
 * @param principal whose say it is
 * @param by who voted: the principal, or the delegate who stood in
 * @param choice what was said
 * @param comment why, or null
 * @param form the version of the form the content was hashed in
 * @param hash the hash of the content that was voted on
 * @param at when
 */
public record Vote(
        String id,
        TenantId tenant,
        String approval,
        int round,
        String step,
        PersonId principal,
        PersonId by,
        Choice choice,
        @Nullable String comment,
        int form,
        String hash,
        Instant at) {

    /** The primary key. */
    public static final Attribute<Vote, String> ID = Attribute.text("id", Vote::id);

    /** The approval. */
    public static final Attribute<Vote, String> APPROVAL = Attribute.text("approval", Vote::approval);

    /** The round. */
    public static final Attribute<Vote, Long> ROUND = Attribute.number("round", vote -> (long) vote.round());

    /** The step. */
    public static final Attribute<Vote, String> STEP = Attribute.text("step", Vote::step);

    /** Whose say it is. */
    public static final Attribute<Vote, PersonId> PRINCIPAL =
            Attribute.text("principal", Vote::principal, PersonId::value);

    /** Who voted. */
    public static final Attribute<Vote, PersonId> BY = Attribute.text("by", Vote::by, PersonId::value);

    /** When. */
    public static final Attribute<Vote, Instant> AT =
            Attribute.<Vote>time("at", Vote::at).sorted();

    /** How votes are stored. */
    public static final RecordKind<Vote> KIND = RecordKind.of("vote", Vote.class, Vote::id, Vote::tenant)
            .with(ID, BY, AT)
            .unique(APPROVAL, ROUND, STEP, PRINCIPAL);

    /** The same with a pseudonym for a person, and without what they said. */
    Vote erased(PersonId person, PersonId pseudonym) {
        return new Vote(
                id,
                tenant,
                approval,
                round,
                step,
                principal.equals(person) ? pseudonym : principal,
                by.equals(person) ? pseudonym : by,
                choice,
                by.equals(person) ? null : comment,
                form,
                hash,
                at);
    }
}
