package io.itsm4j.ticket;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Attribute.Plain;
import io.itsm4j.storage.IndexedValue;
import io.itsm4j.storage.RecordKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** By what tickets of every type can be filtered, sorted and counted. */
public final class TicketAttributes {

    /** The primary key. */
    public static final Attribute<TicketRecord, String> ID =
            Attribute.text("id", ticket -> ticket.id().value());

    /** The human number. */
    public static final Attribute<TicketRecord, String> NUMBER =
            Attribute.text("number", TicketRecord::number).sorted();

    /** The name of the ticket type. */
    public static final Attribute<TicketRecord, String> TYPE = Attribute.text("type", TicketRecord::type);

    /** The state's name. */
    public static final Attribute<TicketRecord, String> STATE =
            Attribute.text("state", ticket -> ticket.state().name());

    /** The state's category. */
    public static final Attribute<TicketRecord, StateCategory> STATE_CATEGORY =
            Attribute.text("stateCategory", ticket -> ticket.state().category(), StateCategory::name);

    /** Neither closed nor cancelled. */
    public static final Attribute<TicketRecord, Boolean> IS_OPEN =
            Attribute.flag("isOpen", ticket -> !ticket.state().category().isTerminal());

    /** The version of the lifecycle it lives by. */
    public static final Attribute<TicketRecord, Long> LIFECYCLE_VERSION =
            Attribute.number("lifecycleVersion", ticket -> (long) ticket.lifecycleVersion());

    /** The title. */
    public static final Attribute<TicketRecord, String> TITLE =
            Attribute.text("title", ticket -> ticket.content().title());

    /** Title and number folded for search; {@link #fold} the needle too. */
    public static final Attribute<TicketRecord, String> SEARCH_TEXT =
            Attribute.text("searchText", ticket -> fold(ticket.content().title() + " " + ticket.number()));

    /** The priority. */
    public static final Attribute<TicketRecord, Priority> PRIORITY = Attribute.<TicketRecord, Priority>number(
                    "priority", ticket -> ticket.classification().priority(), value -> (long) value.rank())
            .sorted();

    /** The impact. */
    public static final Attribute<TicketRecord, Impact> IMPACT =
            Attribute.number("impact", ticket -> ticket.classification().impact(), value -> (long) value.rank());

    /** The urgency. */
    public static final Attribute<TicketRecord, Urgency> URGENCY =
            Attribute.number("urgency", ticket -> ticket.classification().urgency(), value -> (long) value.rank());

    /** The category path. */
    public static final Attribute<TicketRecord, String> CATEGORY =
            Attribute.text("category", ticket -> ticket.classification().category());

    /** The service's reference. */
    public static final Attribute<TicketRecord, String> SERVICE =
            Attribute.text("service", ticket -> ticket.classification().service());

    /** The support group. */
    public static final Attribute<TicketRecord, GroupId> GROUP =
            Attribute.text("group", ticket -> ticket.assignment().group(), GroupId::value);

    /** The assignee. */
    public static final Attribute<TicketRecord, PersonId> ASSIGNEE =
            Attribute.text("assignee", ticket -> ticket.assignment().assignee(), PersonId::value);

    /** The support tier. */
    public static final Attribute<TicketRecord, Long> TIER =
            Attribute.number("tier", ticket -> (long) ticket.assignment().tier());

    /** Who asked. */
    public static final Attribute<TicketRecord, PersonId> REQUESTER =
            Attribute.text("requester", ticket -> ticket.people().requester(), PersonId::value);

    /** The person affected. */
    public static final Attribute<TicketRecord, PersonId> OPENED_FOR =
            Attribute.text("openedFor", ticket -> ticket.people().openedFor(), PersonId::value);

    /** How it reached the desk. */
    public static final Attribute<TicketRecord, Channel> CHANNEL =
            Attribute.text("channel", ticket -> ticket.people().channel(), Channel::name);

    /** When its record came to be. */
    public static final Attribute<TicketRecord, Instant> CREATED_AT = Attribute.<TicketRecord>time(
                    "createdAt", ticket -> ticket.times().createdAt())
            .sorted();

    /** When it was reported. */
    public static final Attribute<TicketRecord, Instant> OPENED_AT = Attribute.<TicketRecord>time(
                    "openedAt", ticket -> ticket.times().openedAt())
            .sorted();

    /** When it last changed. */
    public static final Attribute<TicketRecord, Instant> UPDATED_AT = Attribute.<TicketRecord>time(
                    "updatedAt", ticket -> ticket.times().updatedAt())
            .sorted();

    /** When it was resolved. */
    public static final Attribute<TicketRecord, Instant> RESOLVED_AT =
            Attribute.time("resolvedAt", ticket -> ticket.times().resolvedAt());

    /** When it was closed or cancelled. */
    public static final Attribute<TicketRecord, Instant> CLOSED_AT =
            Attribute.time("closedAt", ticket -> ticket.times().closedAt());

    /** Whether it was archived. */
    public static final Attribute<TicketRecord, Boolean> ARCHIVED =
            Attribute.flag("archived", ticket -> ticket.times().archivedAt() != null);

    /** Why it waits. */
    public static final Attribute<TicketRecord, String> PENDING_REASON =
            Attribute.text("pendingReason", TicketRecord::pendingReason);

    /** The ticket it is part of. */
    public static final Attribute<TicketRecord, TicketId> PARENT =
            Attribute.text("parent", ticket -> ticket.family().parent(), TicketId::value);

    /** The ticket it was merged into. */
    public static final Attribute<TicketRecord, TicketId> MERGED_INTO =
            Attribute.text("mergedInto", ticket -> ticket.family().mergedInto(), TicketId::value);

    /** Its number in another system. */
    public static final Attribute<TicketRecord, String> EXTERNAL_REFERENCE =
            Attribute.text("externalReference", TicketRecord::externalReference);

    /** What makes it the one open ticket of its cause. */
    public static final Attribute<TicketRecord, String> CORRELATION_KEY =
            Attribute.text("correlationKey", TicketRecord::correlationKey);

    /** When it has something due. */
    public static final Attribute<TicketRecord, Instant> DUE_AT =
            Attribute.<TicketRecord>time("dueAt", ticket -> ticket.due().at()).sorted();

    /** Its tags. */
    public static final Attribute<TicketRecord, String> TAGS =
            Attribute.many("tag", Plain.TEXT, ticket -> ticket.classification().tags(), value -> value);

    /** Its affected configuration items, without the excluded ones. */
    public static final Attribute<TicketRecord, String> CIS =
            Attribute.many("ci", Plain.TEXT, ticket -> ticket.classification().affected(), value -> value);

    /** Who watches it. */
    public static final Attribute<TicketRecord, PersonId> WATCHERS =
            Attribute.many("watcher", Plain.TEXT, ticket -> ticket.people().watchers(), PersonId::value);

    /** The groups that alone may see it. */
    public static final Attribute<TicketRecord, GroupId> RESTRICTED_TO =
            Attribute.many("restrictedTo", Plain.TEXT, TicketRecord::restrictedTo, GroupId::value);

    /** Whose ticket it is; only read, for work across tenants. */
    static final Attribute<TicketRecord, String> TENANT =
            Attribute.text("tenant", ticket -> ticket.tenant().value());

    /** What is due; only read. */
    static final Attribute<TicketRecord, String> DUE_MILESTONE =
            Attribute.text("dueMilestone", ticket -> ticket.due().milestone());

    /** How tickets are stored. */
    public static final RecordKind<TicketRecord> KIND = RecordKind.of(
                    "ticket", TicketRecord.class, ticket -> ticket.id().value(), TicketRecord::tenant)
            .with(ID, TYPE, STATE, STATE_CATEGORY, IS_OPEN, TITLE, SEARCH_TEXT, PRIORITY, IMPACT, URGENCY, CATEGORY)
            .with(SERVICE, GROUP, ASSIGNEE, TIER, REQUESTER, OPENED_FOR, CHANNEL, CREATED_AT, OPENED_AT, UPDATED_AT)
            .with(RESOLVED_AT, CLOSED_AT, ARCHIVED, PENDING_REASON, DUE_AT, TAGS, CIS, WATCHERS, RESTRICTED_TO)
            .with(LIFECYCLE_VERSION)
            .unique(NUMBER)
            .unique(TYPE, EXTERNAL_REFERENCE)
            .unique(CORRELATION_KEY)
            .lookup(NUMBER, EXTERNAL_REFERENCE, CORRELATION_KEY, PARENT, MERGED_INTO)
            .indexing(TicketAttributes::indexed);

    private TicketAttributes() {}

    /** The form in which titles are searched: lower case in every language alike. */
    public static String fold(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static Set<IndexedValue> indexed(TicketRecord ticket) {
        Set<IndexedValue> values = new HashSet<>();
        add(values, TAGS, ticket);
        add(values, CIS, ticket);
        add(values, WATCHERS, ticket);
        add(values, RESTRICTED_TO, ticket);
        ticket.fields().forEach((key, field) -> {
            if (field.indexed()) {
                values.add(new IndexedValue("field." + key, field.value()));
            }
        });
        return values;
    }

    private static void add(Set<IndexedValue> values, Attribute<TicketRecord, ?> attribute, TicketRecord ticket) {
        for (Object value : attribute.readAll(ticket)) {
            values.add(new IndexedValue(attribute.name(), value));
        }
    }
}
