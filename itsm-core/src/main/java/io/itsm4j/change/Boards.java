package io.itsm4j.change;

import io.itsm4j.RuleViolated;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Registry;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The meetings that were formed for changes. A change forms its own by {@link Changes#formBoard}. */
public final class Boards {

    /** The action of writing down what a board said. */
    public static final Action HOLD = Action.of("hold");

    /** The action of calling a board off. */
    public static final Action CALL_OFF = Action.of("call-off");

    private static final Set<Role> WHO = Set.of(Role.CHANGE_MANAGER);

    private final Registry<Board> registry;

    Boards(Registry<Board> registry) {
        this.registry = registry;
    }

    /**
     * Writes down what a board said and who was there.
     *
     * @throws RuleViolated with {@code BOARD_OVER} when it was held or called off, with {@code BOARD_QUORUM} when fewer
     *     approvers were there than its quorum
     */
    public Board hold(String id, HoldBoard input) {
        return registry.change(id, HOLD, WHO, input, (ledger, board) -> {
            requireCalled(board);
            Set<PersonId> there = input.present().stream().map(PersonId::new).collect(Collectors.toSet());
            long approvers = board.approvers().stream().filter(there::contains).count();
            if (approvers < board.quorum()) {
                throw new RuleViolated("BOARD_QUORUM", Map.of("present", approvers, "quorum", board.quorum()));
            }
            Board held = board.held(there, Objects.requireNonNull(input.minutes()));
            return ledger.change(Board.TYPE, board, held, "BoardHeld", Map.of());
        });
    }

    /** Calls a board off. */
    public Board callOff(String id, @Nullable String reason) {
        return registry.change(id, CALL_OFF, WHO, Reason.of(reason), (ledger, board) -> {
            requireCalled(board);
            return ledger.change(Board.TYPE, board, board.calledOff(), "BoardCalledOff", Map.of());
        });
    }

    private static void requireCalled(Board board) {
        if (board.state() != Board.State.CALLED) {
            throw new RuleViolated("BOARD_OVER", Map.of("state", board.state()));
        }
    }

    /**
     * The board.
     *
     * @throws io.itsm4j.NotFound when there is none that the actor may see
     */
    public Board get(String id) {
        return registry.get(id);
    }

    /** A page of boards. */
    public Page<Board> page(PageRequest<Board> request) {
        return registry.page(request);
    }
}
