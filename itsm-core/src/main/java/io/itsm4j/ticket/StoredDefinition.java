package io.itsm4j.ticket;

import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import java.time.Instant;

/**
 * One revision of a definition: an agreement, a calendar, a catalogue item, a class. Its content never changes; a new
 * content is a new revision, and a figure that was worked out under a revision can always be worked out again.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param form what kind of definition, the name of its {@link DefinitionForm}
 * @param key what it is called within its kind, 1 to 100 characters
 * @param revision 1 for the first content under the key
 * @param hash SHA-256 of the content, 64 hexadecimal digits
 * @param body the content in canonical JSON
 * @param status whether it is in use
 * @param definedAt since when it is stored
 * @param version the record's own counter
 * @param chain the end of its journal
 */
public record StoredDefinition(
        String id,
        TenantId tenant,
        String form,
        String key,
        long revision,
        String hash,
        String body,
        Status status,
        Instant definedAt,
        long version,
        ChainHead chain)
        implements Kept {

    /** Whether a revision is in use. */
    public enum Status {
        /** The one that counts for what begins now. */
        CURRENT,
        /** A later revision has taken its place. */
        SUPERSEDED,
        /** Nothing begins under it any more. */
        RETIRED
    }

    /** The longest key. */
    public static final int KEY_LENGTH = 100;

    /** The primary key. */
    public static final Attribute<StoredDefinition, String> ID = Attribute.text("id", StoredDefinition::id);

    /** What kind of definition. */
    public static final Attribute<StoredDefinition, String> FORM = Attribute.text("form", StoredDefinition::form);

    /** What it is called. */
    public static final Attribute<StoredDefinition, String> KEY =
            Attribute.text("key", StoredDefinition::key).sorted();

    /** Which content under the key. */
    public static final Attribute<StoredDefinition, Long> REVISION =
            Attribute.number("revision", StoredDefinition::revision).sorted();

    /** The hash of the content. */
    public static final Attribute<StoredDefinition, String> HASH = Attribute.text("hash", StoredDefinition::hash);

    /** Whether it is in use. */
    public static final Attribute<StoredDefinition, Status> STATUS =
            Attribute.text("status", StoredDefinition::status, Status::name);

    /** How definitions are stored. */
    public static final RecordKind<StoredDefinition> KIND = RecordKind.of(
                    "definition", StoredDefinition.class, StoredDefinition::id, StoredDefinition::tenant)
            .with(ID, STATUS, HASH)
            .unique(FORM, KEY, REVISION)
            .lookup(FORM);

    /** How definitions live; the practices decide who writes and who reads which. */
    public static final RecordType<StoredDefinition> TYPE = RecordType.named(
                    "definition", KIND, ID, StoredDefinition::stamped)
            .visible((actor, reader) -> io.itsm4j.storage.Criterion.all())
            .field(DetailField.plain("form", StoredDefinition::form))
            .field(DetailField.plain("key", StoredDefinition::key))
            .field(DetailField.plain("revision", StoredDefinition::revision))
            .field(DetailField.plain("hash", StoredDefinition::hash))
            .field(DetailField.plain("status", StoredDefinition::status));

    StoredDefinition stamped(long toVersion, ChainHead end) {
        return new StoredDefinition(id, tenant, form, key, revision, hash, body, status, definedAt, toVersion, end);
    }

    StoredDefinition with(Status next) {
        return new StoredDefinition(id, tenant, form, key, revision, hash, body, next, definedAt, version, chain);
    }
}
