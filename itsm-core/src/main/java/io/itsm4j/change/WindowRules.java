package io.itsm4j.change;

import io.itsm4j.RuleViolated;
import io.itsm4j.ticket.Ledger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What freezes and maintenance windows say about a time. */
final class WindowRules {

    private final Ledger ledger;
    private final ChangePorts ports;

    WindowRules(Ledger ledger, ChangePorts ports) {
        this.ledger = ledger;
        this.ports = ports;
    }

    /**
     * What a change touches, for windows that are declared for a part of it.
     *
     * @param items the items it changes
     * @param classes their classes
     * @param service the service, or null
     */
    record Touched(
            Set<String> items,
            Set<String> classes,
            @Nullable String service) {

        boolean isMeantBy(ChangeWindow window) {
            return switch (window.scope()) {
                case EVERYTHING -> true;
                case CI -> items.contains(window.reference());
                case CI_CLASS -> classes.contains(window.reference());
                case SERVICE -> window.reference().equals(service);
            };
        }
    }

    Touched touched(Set<String> items, @Nullable String service) {
        Set<String> classes = items.isEmpty() ? Set.of() : ports.dependencies().classes(ledger.tenant(), items);
        return new Touched(items, classes, service);
    }

    /**
     * Checks a time.
     *
     * @throws RuleViolated with {@code CHANGE_FREEZE} when it meets a freeze, with {@code CHANGE_MAINTENANCE} when
     *     there are maintenance windows for what is touched and it lies in none of them
     */
    void check(Touched touched, Slot slot) {
        List<ChangeWindow> meant = meant(touched, slot);
        List<String> freezes = meant.stream()
                .filter(window -> window.kind() == ChangeWindow.Kind.FREEZE)
                .filter(window -> !window.within(slot, ports.recurrences()).isEmpty())
                .map(ChangeWindow::name)
                .toList();
        if (!freezes.isEmpty()) {
            throw new RuleViolated(
                    "CHANGE_FREEZE", Map.of("start", slot.start(), "end", slot.end(), "freezes", freezes));
        }
        Set<String> outside = new HashSet<>();
        Set<String> inside = new HashSet<>();
        for (ChangeWindow window : meant) {
            if (window.kind() == ChangeWindow.Kind.MAINTENANCE) {
                boolean holds =
                        window.within(slot, ports.recurrences()).stream().anyMatch(one -> one.contains(slot));
                (holds ? inside : outside).add(window.scope() + " " + window.reference());
            }
        }
        outside.removeAll(inside);
        if (!outside.isEmpty()) {
            throw new RuleViolated(
                    "CHANGE_MAINTENANCE", Map.of("start", slot.start(), "end", slot.end(), "windows", outside));
        }
    }

    private List<ChangeWindow> meant(Touched touched, Slot slot) {
        return ledger.list(ChangeWindow.TYPE, ChangeWindow.OVER_AT.after(slot.start())).stream()
                .filter(touched::isMeantBy)
                .toList();
    }

    /** The parts of a span in which the windows allow a change. */
    List<Slot> allowed(Touched touched, Slot span) {
        List<ChangeWindow> meant = meant(touched, span);
        List<Slot> frozen = new ArrayList<>();
        List<Slot> allowed = List.of(span);
        Set<String> parts = new HashSet<>();
        for (ChangeWindow window : meant) {
            if (window.kind() == ChangeWindow.Kind.FREEZE) {
                frozen.addAll(window.within(span, ports.recurrences()));
            } else {
                parts.add(window.scope() + " " + window.reference());
            }
        }
        for (String part : parts) {
            List<Slot> open = new ArrayList<>();
            meant.stream()
                    .filter(window -> window.kind() == ChangeWindow.Kind.MAINTENANCE)
                    .filter(window -> part.equals(window.scope() + " " + window.reference()))
                    .forEach(window -> open.addAll(window.within(span, ports.recurrences())));
            allowed = FreeSlots.common(allowed, FreeSlots.merged(open));
        }
        List<Slot> free = FreeSlots.gaps(span, frozen, java.time.Duration.ZERO);
        return FreeSlots.common(allowed, free);
    }
}
