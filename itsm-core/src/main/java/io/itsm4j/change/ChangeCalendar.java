package io.itsm4j.change;

import io.itsm4j.InvalidInput;
import io.itsm4j.actor.Role;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Registry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When something may be changed: freezes and maintenance windows. */
public final class ChangeCalendar {

    /** The action of declaring a window. */
    public static final Action DECLARE = Action.of("declare");

    /** The action of taking one back. */
    public static final Action WITHDRAW = Action.of("withdraw");

    private static final Set<Role> WHO = Set.of(Role.CHANGE_MANAGER);

    private final Registry<ChangeWindow> registry;
    private final ChangePorts ports;

    ChangeCalendar(Registry<ChangeWindow> registry, ChangePorts ports) {
        this.registry = registry;
        this.ports = ports;
    }

    /**
     * Declares a freeze or a maintenance window. What is scheduled already stays as it is.
     *
     * @throws InvalidInput when it ends before it begins, has no reference where it needs one, an unknown zone, or a
     *     rule that cannot be read
     */
    public ChangeWindow declare(DeclareWindow input) {
        return registry.add(DECLARE, WHO, input, ledger -> {
            ChangeWindow.Scope scope = Objects.requireNonNull(input.scope());
            Instant start = Objects.requireNonNull(input.start()).truncatedTo(ChronoUnit.MICROS);
            Instant end = Objects.requireNonNull(input.end()).truncatedTo(ChronoUnit.MICROS);
            if (!start.isBefore(end)) {
                throw new InvalidInput("end", "RANGE_REVERSED", Map.of("first", start, "last", end));
            }
            if (scope != ChangeWindow.Scope.EVERYTHING && input.reference() == null) {
                throw new InvalidInput("reference", "REQUIRED", Map.of());
            }
            ChangeWindow window = new ChangeWindow(
                    ledger.newId(),
                    ledger.tenant(),
                    Objects.requireNonNull(input.kind()),
                    Objects.requireNonNull(input.name()),
                    scope,
                    input.reference() == null ? "" : input.reference(),
                    start,
                    end,
                    zone(Objects.requireNonNull(input.zone())),
                    input.rule(),
                    null,
                    0,
                    ChainHead.NONE);
            window.within(new Slot(start, end), ports.recurrences());
            return ledger.add(ChangeWindow.TYPE, window, "ChangeWindowDeclared", Map.of());
        });
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new InvalidInput("zone", "UNKNOWN", Map.of("value", name));
        }
    }

    /** Takes a window back, from now on. */
    public ChangeWindow withdraw(String id, @Nullable String reason) {
        return registry.change(
                id,
                WITHDRAW,
                WHO,
                Reason.of(reason),
                (ledger, window) -> window.withdrawnAt() != null
                        ? window
                        : ledger.change(
                                ChangeWindow.TYPE,
                                window,
                                window.withdrawn(ledger.now()),
                                "ChangeWindowWithdrawn",
                                Map.of()));
    }

    /** A page of windows. */
    public Page<ChangeWindow> page(PageRequest<ChangeWindow> request) {
        return registry.page(request);
    }
}
