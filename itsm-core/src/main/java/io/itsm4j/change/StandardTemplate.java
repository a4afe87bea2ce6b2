package io.itsm4j.change;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Kept;
import io.itsm4j.ticket.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * A change that is made again and again in the same way, authorised once and for all. What it says is frozen in the
 * changes made from it.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param name what it is called, unique
 * @param title the title of changes made from it
 * @param reason why such a change is made
 * @param plans how it is done
 * @param downtimeMinutes for how long the service is interrupted
 * @param state where it stands
 * @param proposedBy who proposed it
 * @param decidedBy who authorised it, or null
 * @param version the domain's own counter
 * @param chain the end of its journal
 */
public record StandardTemplate(
        String id,
        TenantId tenant,
        String name,
        String title,
        String reason,
        Plans plans,
        long downtimeMinutes,
        State state,
        PersonId proposedBy,
        @Nullable PersonId decidedBy,
        long version,
        ChainHead chain)
        implements Kept {

    /** Where a template stands. */
    public enum State {
        /** It waits to be authorised. */
        PROPOSED,
        /** Changes are made from it. */
        IN_USE,
        /** No more changes are made from it. */
        RETIRED
    }

    /** The primary key. */
    public static final Attribute<StandardTemplate, String> ID = Attribute.text("id", StandardTemplate::id);

    /** What it is called. */
    public static final Attribute<StandardTemplate, String> NAME = Attribute.text("name", StandardTemplate::name);

    /** Where it stands. */
    public static final Attribute<StandardTemplate, State> STATE =
            Attribute.text("state", StandardTemplate::state, State::name);

    /** How templates are stored. */
    public static final RecordKind<StandardTemplate> KIND = RecordKind.of(
                    "standard-change", StandardTemplate.class, StandardTemplate::id, StandardTemplate::tenant)
            .with(ID, STATE)
            .unique(NAME);

    /** How templates are kept. */
    public static final RecordType<StandardTemplate> TYPE = RecordType.named(
                    "standard-change", KIND, ID, StandardTemplate::stamped)
            .readBy(Role.AGENT, Role.MANAGER, Role.CHANGE_MANAGER, Role.AUDITOR)
            .visible((actor, reader) -> reader ? Criterion.all() : Criterion.none())
            .field(DetailField.plain("name", StandardTemplate::name))
            .field(DetailField.plain("title", StandardTemplate::title))
            .field(DetailField.plain("reason", StandardTemplate::reason))
            .field(DetailField.plain(
                    "implementation", template -> template.plans().implementation()))
            .field(DetailField.plain("test", template -> template.plans().test()))
            .field(DetailField.plain("backout", template -> template.plans().backout()))
            .field(DetailField.plain("state", StandardTemplate::state))
            .field(DetailField.personal("proposedBy", StandardTemplate::proposedBy))
            .field(DetailField.personal("decidedBy", StandardTemplate::decidedBy))
            .erasing((ledger, template, person, pseudonym) -> template.erased(person, pseudonym));

    /** The same, stamped by the command that wrote it. */
    public StandardTemplate stamped(long newVersion, ChainHead head) {
        return copy(state, proposedBy, decidedBy, newVersion, head);
    }

    StandardTemplate in(State next, @Nullable PersonId by) {
        return copy(next, proposedBy, by, version, chain);
    }

    private StandardTemplate erased(PersonId person, PersonId pseudonym) {
        boolean named = proposedBy.equals(person) || person.equals(decidedBy);
        return named
                ? copy(
                        state,
                        proposedBy.equals(person) ? pseudonym : proposedBy,
                        person.equals(decidedBy) ? pseudonym : decidedBy,
                        version,
                        chain)
                : this;
    }

    private StandardTemplate copy(
            State next, PersonId proposer, @Nullable PersonId decider, long newVersion, ChainHead head) {
        return new StandardTemplate(
                id, tenant, name, title, reason, plans, downtimeMinutes, next, proposer, decider, newVersion, head);
    }
}
