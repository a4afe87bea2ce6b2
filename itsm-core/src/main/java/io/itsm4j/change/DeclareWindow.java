package io.itsm4j.change;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The input of declaring a freeze or a maintenance window.
 *
 * @param kind which of the two
 * @param name what it is called
 * @param scope what the reference means
 * @param reference the item, the class or the service; null for everything
 * @param start the first instant of its first occurrence
 * @param end the first instant after its first occurrence
 * @param zone the zone in whose local time it comes again
 * @param rule the RRULE by which it comes again, or null when it comes once
 */
public record DeclareWindow(
        @NotNull ChangeWindow.@Nullable Kind kind,
        @Line(max = 100, required = true) @Nullable String name,
        @NotNull ChangeWindow.@Nullable Scope scope,
        @Line(max = 100) @Nullable String reference,
        @NotNull @Nullable Instant start,
        @NotNull @Nullable Instant end,
        @Line(max = 60, required = true) @Nullable String zone,
        @Line(max = 500) @Nullable String rule) {

    /** Nothing is changed then. */
    public static DeclareWindow freeze(@Nullable String name, @Nullable Instant start, @Nullable Instant end) {
        return new DeclareWindow(
                ChangeWindow.Kind.FREEZE, name, ChangeWindow.Scope.EVERYTHING, null, start, end, "UTC", null);
    }

    /** What it is for is changed then only. */
    public static DeclareWindow maintenance(@Nullable String name, @Nullable Instant start, @Nullable Instant end) {
        return new DeclareWindow(
                ChangeWindow.Kind.MAINTENANCE, name, ChangeWindow.Scope.EVERYTHING, null, start, end, "UTC", null);
    }

    /** The same for one item. */
    public DeclareWindow ofCi(@Nullable String ci) {
        return new DeclareWindow(kind, name, ChangeWindow.Scope.CI, ci, start, end, zone, rule);
    }

    /** The same for the items of a class. */
    public DeclareWindow ofClass(@Nullable String ciClass) {
        return new DeclareWindow(kind, name, ChangeWindow.Scope.CI_CLASS, ciClass, start, end, zone, rule);
    }

    /** The same for a service. */
    public DeclareWindow ofService(@Nullable String service) {
        return new DeclareWindow(kind, name, ChangeWindow.Scope.SERVICE, service, start, end, zone, rule);
    }

    /** The same, coming again by an RRULE in the local time of a zone. */
    public DeclareWindow recurring(@Nullable String rrule, @Nullable String inZone) {
        return new DeclareWindow(kind, name, scope, reference, start, end, inZone, rrule);
    }
}
