package io.itsm4j.testkit;

import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approvable;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.Material;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Guard;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.ticket.Draft;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketType;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A type of ticket that needs approval, as a host would declare one. */
final class Errands {

    /**
     * What only an errand has.
     *
     * @param cost what it costs
     * @param mark its approval, or null
     */
    public record Errand(long cost, @Nullable ApprovalMark mark) {

        Errand marked(ApprovalMark next) {
            return new Errand(cost, next);
        }
    }

    static final State NEW = State.of("NEW", StateCategory.NEW);
    static final State WAITING = State.of("WAITING", StateCategory.PENDING);
    static final State GRANTED = State.of("GRANTED", StateCategory.ACTIVE);
    static final State REFUSED = State.of("REFUSED", StateCategory.CLOSED);
    static final Action ASK = Action.of("ask");
    static final Action GRANT = Action.of("grant");
    static final Action REFUSE = Action.of("refuse");
    static final Action TAKE_BACK = Action.of("take-back");
    static final Action PRICE = Action.of("price");

    private static final Guard<Step<Errand>> IS_APPROVED = Guard.named(
            "IS_APPROVED",
            "it is not approved",
            step -> ApprovalMark.approves(step.details().mark()));

    private final Approvable<Ticket<Errand>> approvable;
    private final TicketType<Errand> type;

    Errands() {
        this(Material.<Ticket<Errand>>of("title", Ticket::title)
                .and("cost", ticket -> ticket.details().cost()));
    }

    Errands(Material<Ticket<Errand>> material) {
        this.type = declared(this::reconsider);
        this.approvable = Approvable.tickets(type, material, Errands::action, Errand::marked);
    }

    private static TicketType<Errand> declared(Consumer<Draft<Errand>> always) {
        Lifecycle<Step<Errand>> table = StandardActions.addTo(Lifecycle.<Step<Errand>>named("errand")
                        .version(1)
                        .initial(NEW)
                        .transition(ASK)
                        .from(NEW)
                        .to(WAITING)
                        .by(Role.AGENT)
                        .transition(GRANT)
                        .from(WAITING)
                        .to(GRANTED)
                        .by(Role.SYSTEM)
                        .guardedBy(IS_APPROVED)
                        .transition(REFUSE)
                        .from(WAITING)
                        .to(REFUSED)
                        .by(Role.SYSTEM)
                        .transition(TAKE_BACK)
                        .from(WAITING)
                        .to(NEW)
                        .by(Role.SYSTEM)
                        .transition(Action.of("end"))
                        .from(GRANTED)
                        .to(REFUSED)
                        .by(Role.AGENT)
                        .stay(PRICE)
                        .in(NEW, WAITING)
                        .by(Role.AGENT))
                .build();
        return TicketType.named("errand", "ERR", Errand.class, new Errand(0, null))
                .always(always)
                .event(ASK, "ErrandSubmitted")
                .event(GRANT, "ErrandGranted")
                .event(REFUSE, "ErrandRefused")
                .livingBy(table);
    }

    private static Optional<Action> action(Ticket<Errand> ticket, Approval ended) {
        return Optional.ofNullable(Map.of(
                        Approval.State.APPROVED, GRANT,
                        Approval.State.REJECTED, REFUSE,
                        Approval.State.WITHDRAWN, TAKE_BACK)
                .get(ended.state()));
    }

    /** Whatever changes the content while votes are out asks everybody again. */
    private void reconsider(Draft<Errand> draft) {
        ApprovalMark mark = draft.details().mark();
        boolean waits =
                draft.before().filter(ticket -> ticket.state().equals(WAITING)).isPresent();
        if (mark != null && waits) {
            draft.details(draft.details().marked(approvable.reconsider(draft.ledger(), draft.preview(), mark)));
        }
    }

    TicketType<Errand> type() {
        return type;
    }

    Approvable<Ticket<Errand>> approvable() {
        return approvable;
    }

    /** What asks for approval. */
    Consumer<Draft<Errand>> asking(ApprovalPolicy policy) {
        return draft -> draft.details(draft.details()
                .marked(approvable
                        .request(draft.ledger(), draft.preview(), policy)
                        .mark()));
    }
}
