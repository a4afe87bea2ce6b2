package io.itsm4j.jpa.mapping;

import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Urgency;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How single values are stored. Mappers use this; nothing else does the same in another way. */
public final class Conversions {

    private Conversions() {}

    /** Microseconds, or null. */
    public static @Nullable Long micros(@Nullable Instant time) {
        return time == null ? null : Micros.of(time);
    }

    /** The instant, or null. */
    public static @Nullable Instant instant(@Nullable Long micros) {
        return micros == null ? null : Micros.instant(micros);
    }

    /** The stored form. */
    public static String text(TenantId tenant) {
        return tenant.value();
    }

    /** The tenant. */
    public static TenantId tenant(String value) {
        return new TenantId(value);
    }

    /** The stored form, or null. */
    public static @Nullable String text(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    /** The person, or null. */
    public static @Nullable PersonId person(@Nullable String value) {
        return value == null ? null : new PersonId(value);
    }

    /** The stored form, or null. */
    public static @Nullable String text(@Nullable GroupId group) {
        return group == null ? null : group.value();
    }

    /** The group, or null. */
    public static @Nullable GroupId group(@Nullable String value) {
        return value == null ? null : new GroupId(value);
    }

    /** The stored form, or null. */
    public static @Nullable String text(@Nullable TicketId ticket) {
        return ticket == null ? null : ticket.value();
    }

    /** The ticket, or null. */
    public static @Nullable TicketId ticket(@Nullable String value) {
        return value == null ? null : new TicketId(value);
    }

    /** The end of a kept record's journal. */
    public static ChainHead chain(KeptRow row) {
        return new ChainHead(row.getChainSequence(), row.getChainHash());
    }

    /** The rank. */
    public static long rank(Priority priority) {
        return priority.rank();
    }

    /** The priority of a rank. */
    public static Priority priority(long rank) {
        return Priority.ofRank(rank);
    }

    /** The rank. */
    public static long rank(Impact impact) {
        return impact.rank();
    }

    /** The impact of a rank. */
    public static Impact impact(long rank) {
        return Impact.ofRank(rank);
    }

    /** The rank. */
    public static long rank(Urgency urgency) {
        return urgency.rank();
    }

    /** The urgency of a rank. */
    public static Urgency urgency(long rank) {
        return Urgency.ofRank(rank);
    }

    /** A sorted JSON list. */
    public static String texts(Set<String> values) {
        return values.isEmpty()
                ? "[]"
                : Json.write(new TreeSet<>(values).stream().toList());
    }

    /** The texts of a JSON list. */
    public static Set<String> texts(String json) {
        return json.equals("[]") ? Set.of() : Json.strings(json).collect(Collectors.toUnmodifiableSet());
    }

    /** A sorted JSON list. */
    public static String people(Set<PersonId> values) {
        return values.isEmpty()
                ? "[]"
                : texts(values.stream().map(PersonId::value).collect(Collectors.toSet()));
    }

    /** The people of a JSON list. */
    public static Set<PersonId> people(String json) {
        return json.equals("[]")
                ? Set.of()
                : Json.strings(json).map(PersonId::new).collect(Collectors.toUnmodifiableSet());
    }

    /** A sorted JSON list. */
    public static String groups(Set<GroupId> values) {
        return values.isEmpty()
                ? "[]"
                : texts(values.stream().map(GroupId::value).collect(Collectors.toSet()));
    }

    /** The groups of a JSON list. */
    public static Set<GroupId> groups(String json) {
        return json.equals("[]")
                ? Set.of()
                : Json.strings(json).map(GroupId::new).collect(Collectors.toUnmodifiableSet());
    }
}
