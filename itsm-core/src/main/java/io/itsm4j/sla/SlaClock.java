package io.itsm4j.sla;

import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.CriterionLimits;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One cycle of a clock as a row, for lists and reports: a projection of its ticket's facts, written when the clock
 * changes. Priority, group, service and customer are the ticket's as long as the clock is open, and stay as they were
 * when it ended.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param ticket the ticket
 * @param ticketNumber its human number
 * @param ticketType the name of its type
 * @param agreement the agreement's key
 * @param revision the agreement's revision
 * @param definition the content hash of that revision
 * @param kind with whom the agreement is made
 * @param metric what is measured
 * @param holder whose time: a group, a supplier, or empty for the customer's
 * @param target the name of the target that applies
 * @param cycle 1 for the first
 * @param status where it stands
 * @param startedAt from when it counts
 * @param dueAt when it is due if nothing changes; {@link io.itsm4j.ticket.Due#NEVER} while it is paused
 * @param nextAt when its next threshold is due; never while it is paused or when there is none
 * @param halfAt when half of the time has passed; {@code NEVER} when a pause comes first
 * @param threeQuartersAt when three quarters have passed
 * @param nineTenthsAt when nine tenths have passed
 * @param elapsedMicros the working time that had passed when the row was written
 * @param targetMicros the working time agreed on
 * @param breachedAt the first due instant it missed, or null
 * @param endedAt when it ended, or null
 * @param calendar the content hash of the calendar that applies
 * @param priority the ticket's priority
 * @param group the ticket's group, or null
 * @param service the ticket's service, or null
 * @param customer the organisation unit, or null
 * @param restrictedTo the groups that alone may see the ticket, each between bars; empty for no restriction
 */
public record SlaClock(
        String id,
        TenantId tenant,
        TicketId ticket,
        String ticketNumber,
        String ticketType,
        String agreement,
        long revision,
        String definition,
        AgreementKind kind,
        Metric metric,
        String holder,
        String target,
        int cycle,
        ClockStatus status,
        Instant startedAt,
        Instant dueAt,
        Instant nextAt,
        Instant halfAt,
        Instant threeQuartersAt,
        Instant nineTenthsAt,
        long elapsedMicros,
        long targetMicros,
        @Nullable Instant breachedAt,
        @Nullable Instant endedAt,
        String calendar,
        Priority priority,
        @Nullable String group,
        @Nullable String service,
        @Nullable String customer,
        String restrictedTo) {

    /** The primary key. */
    public static final Attribute<SlaClock, String> ID = Attribute.text("id", SlaClock::id);

    /** The ticket. */
    public static final Attribute<SlaClock, TicketId> TICKET =
            Attribute.text("ticketId", SlaClock::ticket, TicketId::value);

    /** The name of the ticket's type. */
    public static final Attribute<SlaClock, String> TICKET_TYPE = Attribute.text("ticketType", SlaClock::ticketType);

    /** The agreement's key. */
    public static final Attribute<SlaClock, String> AGREEMENT = Attribute.text("agreement", SlaClock::agreement);

    /** With whom the agreement is made. */
    public static final Attribute<SlaClock, AgreementKind> AGREEMENT_KIND =
            Attribute.text("kind", SlaClock::kind, AgreementKind::name);

    /** What is measured. */
    public static final Attribute<SlaClock, Metric> METRIC = Attribute.text("metric", SlaClock::metric, Metric::name);

    /** Whose time. */
    public static final Attribute<SlaClock, String> HOLDER = Attribute.text("holder", SlaClock::holder);

    /** Where it stands. */
    public static final Attribute<SlaClock, ClockStatus> STATUS =
            Attribute.text("status", SlaClock::status, ClockStatus::name);

    /** Whether it still measures. */
    public static final Attribute<SlaClock, Boolean> IS_OPEN =
            Attribute.flag("isOpen", clock -> clock.status().isOpen());

    /** Whether a missed due instant is noted. */
    public static final Attribute<SlaClock, Boolean> IS_BREACHED =
            Attribute.flag("isBreached", clock -> clock.breachedAt() != null);

    /** From when it counts. */
    public static final Attribute<SlaClock, Instant> STARTED_AT =
            Attribute.<SlaClock>time("startedAt", SlaClock::startedAt).sorted();

    /** When it is due; never while it is paused. */
    public static final Attribute<SlaClock, Instant> DUE_AT =
            Attribute.<SlaClock>time("dueAt", SlaClock::dueAt).sorted();

    /** When something is due about it next. */
    public static final Attribute<SlaClock, Instant> NEXT_AT =
            Attribute.<SlaClock>time("nextAt", SlaClock::nextAt).sorted();

    /** When half of its time has passed. */
    public static final Attribute<SlaClock, Instant> HALF_AT =
            Attribute.<SlaClock>time("halfAt", SlaClock::halfAt).sorted();

    /** When three quarters of its time have passed. */
    public static final Attribute<SlaClock, Instant> THREE_QUARTERS_AT = Attribute.<SlaClock>time(
                    "threeQuartersAt", SlaClock::threeQuartersAt)
            .sorted();

    /** When nine tenths of its time have passed. */
    public static final Attribute<SlaClock, Instant> NINE_TENTHS_AT =
            Attribute.<SlaClock>time("nineTenthsAt", SlaClock::nineTenthsAt).sorted();

    /** When it ended. */
    public static final Attribute<SlaClock, Instant> ENDED_AT = Attribute.time("endedAt", SlaClock::endedAt);

    /** The ticket's priority. */
    public static final Attribute<SlaClock, Priority> PRIORITY =
            Attribute.number("priority", SlaClock::priority, value -> (long) value.rank());

    /** The ticket's group. */
    public static final Attribute<SlaClock, String> GROUP = Attribute.text("group", SlaClock::group);

    /** The ticket's service. */
    public static final Attribute<SlaClock, String> SERVICE = Attribute.text("service", SlaClock::service);

    /** The organisation unit. */
    public static final Attribute<SlaClock, String> CUSTOMER = Attribute.text("customer", SlaClock::customer);

    /** Who alone may see the ticket. */
    public static final Attribute<SlaClock, String> RESTRICTED_TO =
            Attribute.text("restrictedTo", SlaClock::restrictedTo);

    /** How clocks are stored. */
    public static final RecordKind<SlaClock> KIND = RecordKind.of(
                    "slaclock", SlaClock.class, SlaClock::id, SlaClock::tenant)
            .with(ID, TICKET_TYPE, AGREEMENT, AGREEMENT_KIND, METRIC, HOLDER, STATUS, IS_OPEN, IS_BREACHED)
            .with(STARTED_AT, DUE_AT, NEXT_AT, HALF_AT, THREE_QUARTERS_AT, NINE_TENTHS_AT, ENDED_AT)
            .with(PRIORITY, GROUP, SERVICE, CUSTOMER, RESTRICTED_TO)
            .lookup(TICKET);

    private static final Map<Integer, Attribute<SlaClock, Instant>> REACHED =
            Map.of(50, HALF_AT, 75, THREE_QUARTERS_AT, 90, NINE_TENTHS_AT, 100, DUE_AT);

    /**
     * A condition for lists: open clocks of which so much of the time has passed at an instant. Index-backed.
     *
     * @param percent 50, 75, 90 or 100
     * @throws io.itsm4j.InvalidInput with {@code QUERY_FILTER} for another share
     */
    public static Criterion<SlaClock> elapsedAtLeast(int percent, Instant now) {
        Attribute<SlaClock, Instant> reached = REACHED.get(percent);
        if (reached == null) {
            throw new io.itsm4j.InvalidInput(
                    "percent", "QUERY_FILTER", Map.of("what", percent, "limit", "50, 75, 90, 100"));
        }
        return IS_OPEN.is(true).and(reached.atMost(now));
    }

    /**
     * A condition for lists: missed at an instant, whether that was noted already or not. A clock that was paused at
     * its due instant has missed nothing. Index-backed.
     */
    public static Criterion<SlaClock> breachedBy(Instant now) {
        return IS_BREACHED
                .is(true)
                .or(IS_OPEN.is(true).and(STATUS.is(ClockStatus.RUNNING)).and(DUE_AT.before(now)));
    }

    /** The share of the agreed time that had passed when the row was written, in percent, rounded down. */
    public int percent() {
        return targetMicros == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, elapsedMicros * 100.0 / targetMicros);
    }

    static Instant orNever(@Nullable Instant instant) {
        return instant == null || instant.isAfter(CriterionLimits.LATEST) ? CriterionLimits.LATEST : instant;
    }
}
