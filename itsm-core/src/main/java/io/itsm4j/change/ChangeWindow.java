package io.itsm4j.change;

import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.calendar.Recurrence;
import io.itsm4j.calendar.Recurrences;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.CriterionLimits;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Kept;
import io.itsm4j.ticket.RecordType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nothing is changed, or the time in which alone something is.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param kind which of the two
 * @param name what it is called
 * @param scope what its reference means
 * @param reference the item, the class or the service; empty when the window is for everything
 * @param start the first instant of its first occurrence
 * @param end the first instant after its first occurrence
 * @param zone the zone in whose local time it comes again
 * @param rule the RRULE by which it comes again, or null when it comes once
 * @param withdrawnAt when it was taken back, or null
 * @param version the domain's own counter
 * @param chain the end of its journal
 */
public record ChangeWindow(
        String id,
        TenantId tenant,
        Kind kind,
        String name,
        Scope scope,
        String reference,
        Instant start,
        Instant end,
        ZoneId zone,
        @Nullable String rule,
        @Nullable Instant withdrawnAt,
        long version,
        ChainHead chain)
        implements Kept {

    /** What a window means. */
    public enum Kind {
        /** Nothing is changed within it. */
        FREEZE,
        /** What has such windows is changed within one of them only. */
        MAINTENANCE
    }

    /** What a window is for. */
    public enum Scope {
        EVERYTHING,
        CI,
        CI_CLASS,
        SERVICE
    }

    /** The primary key. */
    public static final Attribute<ChangeWindow, String> ID = Attribute.text("id", ChangeWindow::id);

    /** What it means. */
    public static final Attribute<ChangeWindow, Kind> KIND_OF = Attribute.text("kind", ChangeWindow::kind, Kind::name);

    /** The first instant of its first occurrence. */
    public static final Attribute<ChangeWindow, Instant> START =
            Attribute.<ChangeWindow>time("start", ChangeWindow::start).sorted();

    /** When its last occurrence is over; far away when it comes again, past when it was taken back. */
    public static final Attribute<ChangeWindow, Instant> OVER_AT =
            Attribute.<ChangeWindow>time("overAt", ChangeWindow::overAt).sorted();

    /** How windows are stored. */
    public static final RecordKind<ChangeWindow> KIND = RecordKind.of(
                    "change-window", ChangeWindow.class, ChangeWindow::id, ChangeWindow::tenant)
            .with(ID, KIND_OF, START, OVER_AT);

    /** How windows are kept. */
    public static final RecordType<ChangeWindow> TYPE = RecordType.named(
                    "change-window", KIND, ID, ChangeWindow::stamped)
            .readBy(Role.AGENT, Role.MANAGER, Role.CHANGE_MANAGER, Role.AUDITOR)
            .visible((actor, reader) -> reader ? Criterion.all() : Criterion.none())
            .field(DetailField.plain("name", ChangeWindow::name))
            .field(DetailField.plain("kind", ChangeWindow::kind))
            .field(DetailField.plain("reference", ChangeWindow::reference))
            .field(DetailField.plain("start", ChangeWindow::start))
            .field(DetailField.plain("end", ChangeWindow::end))
            .field(DetailField.plain("rule", ChangeWindow::rule))
            .field(DetailField.plain("withdrawnAt", ChangeWindow::withdrawnAt));

    /** When its last occurrence is over. */
    public Instant overAt() {
        Instant last = rule == null ? end : CriterionLimits.LATEST;
        return withdrawnAt != null && withdrawnAt.isBefore(last) ? withdrawnAt : last;
    }

    /** Its occurrences within a span. */
    List<Slot> within(Slot span, Recurrences recurrences) {
        Slot first = new Slot(start, end);
        if (rule == null) {
            return first.overlaps(span) ? List.of(first) : List.of();
        }
        Recurrence again = new Recurrence(LocalDateTime.ofInstant(start, zone), zone, first.length(), rule);
        return recurrences.windows(again, span.start(), span.end()).stream()
                .map(window -> new Slot(window.from(), window.to()))
                .toList();
    }

    /** The same, stamped by the command that wrote it. */
    public ChangeWindow stamped(long newVersion, ChainHead head) {
        return new ChangeWindow(
                id, tenant, kind, name, scope, reference, start, end, zone, rule, withdrawnAt, newVersion, head);
    }

    ChangeWindow withdrawn(Instant at) {
        return new ChangeWindow(id, tenant, kind, name, scope, reference, start, end, zone, rule, at, version, chain);
    }
}
