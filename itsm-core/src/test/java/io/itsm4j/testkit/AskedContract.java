package io.itsm4j.testkit;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approvals;
import io.itsm4j.approval.Approver;
import io.itsm4j.approval.Asked;
import io.itsm4j.approval.Quorum;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.testkit.Errands.Errand;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** What contracts of approvals share: a board of three, an errand to approve, and how it is asked about. */
public abstract class AskedContract extends Contract {

    protected static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    protected static final ApprovalPolicy BOTH_OF_THE_BOARD = ApprovalPolicy.named(
            "board", ApprovalStep.asking("board", Approver.group("board")).needing(Quorum.atLeast(2)));
    protected static final ApprovalPolicy ANY_OF_THE_BOARD =
            ApprovalPolicy.named("board", ApprovalStep.asking("board", Approver.group("board")));

    protected final Actor dora = Actor.of("acme", "dora", Role.REQUESTER);
    protected final Actor egon = Actor.of("acme", "egon", Role.REQUESTER);
    protected final Actor frida = Actor.of("acme", "frida", Role.REQUESTER);

    protected Staff staff;
    protected Errands errands;
    protected Itsm itsm;
    protected Tickets<Errand> desk;

    @BeforeEach
    void a_board_of_three() {
        staff = new Staff()
                .person("alice", Set.of(Role.REQUESTER))
                .person("bob", Set.of(Role.AGENT), "network")
                .person("carol", Set.of(Role.AGENT, Role.MANAGER), "desk")
                .person("dora", Set.of(Role.REQUESTER), "board")
                .person("egon", Set.of(Role.REQUESTER), "board")
                .person("frida", Set.of(Role.REQUESTER), "board");
        errands = new Errands();
        itsm = building(builder());
        desk = itsm.as(bob).tickets(errands.type());
    }

    protected Itsm building(Itsm.Builder builder) {
        return builder.directory(staff)
                .type(errands.type())
                .approvable(errands.approvable())
                .build();
    }

    protected Approvals as(Actor actor) {
        return itsm.as(actor).approvals();
    }

    protected TicketId errand() {
        return desk.open(OpenTicket.titled("Fetch a printer").requestedBy("alice"))
                .id();
    }

    /** An errand whose approval is asked for; returns the approval's id. */
    protected String asked(ApprovalPolicy policy) {
        return asked(errand(), policy);
    }

    protected String asked(TicketId id, ApprovalPolicy policy) {
        Ticket<Errand> ticket = desk.act(id, Errands.ASK, Reason.NONE, errands.asking(policy));
        return ticket.details().mark().approval();
    }

    protected Ticket<Errand> subject(String approval) {
        return desk.get(TicketId.of(as(carol).get(approval).subject().id()));
    }

    protected List<String> waitingFor(Actor actor) {
        return as(actor).mine(PageRequest.all()).items().stream()
                .map(Asked::approval)
                .toList();
    }
}
