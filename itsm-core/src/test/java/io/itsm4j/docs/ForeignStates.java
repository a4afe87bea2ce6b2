package io.itsm4j.docs;

import io.itsm4j.Itsm;
import io.itsm4j.interop.StatusTable;
import io.itsm4j.lifecycle.State;
import io.itsm4j.ticket.TicketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the states of every shipped type read elsewhere. */
final class ForeignStates {

    /** Types whose partners speak TMF655. */
    private static final Set<String> CHANGES = Set.of("change", "release");

    private ForeignStates() {}

    static String table() {
        List<List<String>> rows = new ArrayList<>();
        try (Itsm itsm = Itsm.inMemory()) {
            for (TicketType<?> type : itsm.types()) {
                type.lifecycle().states().forEach(state -> rows.add(row(type, state)));
            }
        }
        return GeneratedParts.table(
                List.of("type", "state", "category", "reads as", "which leads back to"), rows.stream());
    }

    private static List<String> row(TicketType<?> type, State state) {
        StatusTable<?> table = CHANGES.contains(type.name()) ? StatusTable.CHANGE : StatusTable.TROUBLE_TICKET;
        return List.of(
                type.name(),
                state.label(),
                state.category().name(),
                statuses(table, type, state),
                back(table, type, state));
    }

    private static <S extends Enum<S>> String statuses(StatusTable<S> table, TicketType<?> type, State state) {
        return table.statusesOf(type.name(), state).stream()
                .map(status -> "`" + status + "`")
                .collect(Collectors.joining(" or "));
    }

    private static <S extends Enum<S>> String back(StatusTable<S> table, TicketType<?> type, State state) {
        return table.statusesOf(type.name(), state).stream()
                .flatMap(status -> table.statesOf(type.name(), type.lifecycle(), status).stream())
                .distinct()
                .map(State::label)
                .collect(Collectors.joining(", "));
    }
}
