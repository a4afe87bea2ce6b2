package io.itsm4j.approval;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import java.time.Instant;

/**
 * Somebody is asked for a vote. The row is there as long as the vote is out; it is what the list of a person's open
 * decisions is read from.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param approval the approval
 * @param subject what it is about
 * @param step the step's name
 * @param principal who is asked
 * @param askedAt when the step was opened
 */
public record Asked(
        String id,
        TenantId tenant,
        String approval,
        Subject subject,
        String step,
        PersonId principal,
        Instant askedAt) {

    /** The primary key. */
    public static final Attribute<Asked, String> ID = Attribute.text("id", Asked::id);

    /** The approval. */
    public static final Attribute<Asked, String> APPROVAL = Attribute.text("approval", Asked::approval);

    /** What kind of subject it is about. */
    public static final Attribute<Asked, String> SUBJECT_KIND =
            Attribute.text("subjectKind", asked -> asked.subject().kind());

    /** Who is asked. */
    public static final Attribute<Asked, PersonId> PRINCIPAL =
            Attribute.text("principal", Asked::principal, PersonId::value);

    /** When the step was opened. */
    public static final Attribute<Asked, Instant> ASKED_AT =
            Attribute.<Asked>time("askedAt", Asked::askedAt).sorted();

    /** How they are stored. */
    public static final RecordKind<Asked> KIND = RecordKind.of("asked", Asked.class, Asked::id, Asked::tenant)
            .with(ID, SUBJECT_KIND, ASKED_AT)
            .lookup(APPROVAL, PRINCIPAL);

    Asked erased(PersonId pseudonym) {
        return new Asked(id, tenant, approval, subject, step, pseudonym, askedAt);
    }
}
