package io.itsm4j.sla;

import io.itsm4j.actor.GroupId;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What conditions and selectors can ask about a ticket. */
public final class Fact {

    /** The name of the ticket's type. */
    public static final Attribute<Situation, String> TYPE = text("type");

    /** The state's name. */
    public static final Attribute<Situation, String> STATE = text("state");

    /** What the state means. */
    public static final Attribute<Situation, StateCategory> CATEGORY_OF_STATE =
            Attribute.text("stateCategory", parsed("stateCategory", StateCategory::valueOf), StateCategory::name);

    /** Why the ticket waits. */
    public static final Attribute<Situation, String> PENDING_REASON = text("pendingReason");

    /** The support group. */
    public static final Attribute<Situation, GroupId> GROUP =
            Attribute.text("group", parsed("group", GroupId::new), GroupId::value);

    /** The support tier. */
    public static final Attribute<Situation, Long> TIER = number("tier");

    /** The priority. */
    public static final Attribute<Situation, Priority> PRIORITY =
            Attribute.number("priority", parsed("priority", Priority::valueOf), value -> (long) value.rank());

    /** The impact. */
    public static final Attribute<Situation, Impact> IMPACT =
            Attribute.number("impact", parsed("impact", Impact::valueOf), value -> (long) value.rank());

    /** The urgency. */
    public static final Attribute<Situation, Urgency> URGENCY =
            Attribute.number("urgency", parsed("urgency", Urgency::valueOf), value -> (long) value.rank());

    /** The category path. */
    public static final Attribute<Situation, String> CATEGORY = text("category");

    /** The service's reference. */
    public static final Attribute<Situation, String> SERVICE = text("service");

    /** The organisation unit, which stands for the customer. */
    public static final Attribute<Situation, String> CUSTOMER = text("organisationUnit");

    /** How the ticket reached the desk. */
    public static final Attribute<Situation, String> CHANNEL = text("channel");

    /** When the ticket was reported. */
    public static final Attribute<Situation, Instant> OPENED_AT = time("openedAt");

    /** When the desk first answered. */
    public static final Attribute<Situation, Instant> FIRST_RESPONDED_AT = time("firstRespondedAt");

    /** When it was resolved; without a value when it was taken back. */
    public static final Attribute<Situation, Instant> RESOLVED_AT = time("resolvedAt");

    /** When it was closed or cancelled. */
    public static final Attribute<Situation, Instant> CLOSED_AT = time("closedAt");

    /** What just happened, past tense; without a value when one asks about the time before. */
    public static final Attribute<Situation, String> EVENT = text("event");

    /** The action that just happened. */
    public static final Attribute<Situation, String> ACTION = text("action");

    /** Whether a comment that was just made is {@code PUBLIC} or {@code INTERNAL}. */
    public static final Attribute<Situation, String> VISIBILITY = text("visibility");

    /** Whether what just happened was done by the ticket's {@code REQUESTER} or by the {@code DESK}. */
    public static final Attribute<Situation, String> SIDE = text("side");

    private static final String DETAIL = "detail.";
    private static final Set<String> MOMENTARY = Set.of("event", "action", "visibility", "side");

    private static final Map<String, Attribute<Situation, ?>> NAMED = Stream.<Attribute<Situation, ?>>of(
                    TYPE,
                    STATE,
                    CATEGORY_OF_STATE,
                    PENDING_REASON,
                    GROUP,
                    TIER,
                    PRIORITY,
                    IMPACT,
                    URGENCY,
                    CATEGORY,
                    SERVICE,
                    CUSTOMER,
                    CHANNEL,
                    OPENED_AT,
                    FIRST_RESPONDED_AT,
                    RESOLVED_AT,
                    CLOSED_AT,
                    EVENT,
                    ACTION,
                    VISIBILITY,
                    SIDE)
            .collect(Collectors.toUnmodifiableMap(Attribute::name, attribute -> attribute));

    private Fact() {}

    /** A component of the details that its type journals openly, as text. */
    public static Attribute<Situation, String> detail(String name) {
        return Attribute.text(DETAIL + name, situation -> situation.text(name));
    }

    /** A component of the details that its type journals openly, as a whole number. */
    public static Attribute<Situation, Long> detailNumber(String name) {
        return Attribute.number(DETAIL + name, situation -> situation.number(name));
    }

    static boolean isMomentary(String name) {
        return MOMENTARY.contains(name);
    }

    /** The attribute of a name, or null. */
    static @Nullable Attribute<Situation, ?> named(String name, Attribute.Plain plain) {
        if (name.startsWith(DETAIL)) {
            String component = name.substring(DETAIL.length());
            return plain == Attribute.Plain.NUMBER ? detailNumber(component) : detail(component);
        }
        return NAMED.get(name);
    }

    /** The kind that criteria over these facts are checked against. */
    static RecordKind<Situation> kind(Set<Attribute<Situation, ?>> asked) {
        RecordKind<Situation> kind = RecordKind.of("situation", Situation.class, situation -> "", situation -> {
            throw new IllegalStateException("situations are not stored");
        });
        return kind.plus(List.copyOf(asked));
    }

    private static Attribute<Situation, String> text(String name) {
        return Attribute.text(name, situation -> situation.text(name));
    }

    private static Attribute<Situation, Long> number(String name) {
        return Attribute.number(name, situation -> situation.number(name));
    }

    private static Attribute<Situation, Instant> time(String name) {
        return Attribute.time(name, parsed(name, Instant::parse));
    }

    private static <V> Function<Situation, @Nullable V> parsed(String name, Function<String, V> parser) {
        return situation -> {
            String text = situation.text(name);
            return text == null ? null : parser.apply(text);
        };
    }
}
