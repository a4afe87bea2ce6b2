package io.itsm4j.examples.finance;

import io.itsm4j.change.AssessChange;
import io.itsm4j.change.BookingConflict;
import io.itsm4j.change.Change;
import io.itsm4j.change.ChangeLifecycle;
import io.itsm4j.change.Changes;
import io.itsm4j.change.CompleteChange;
import io.itsm4j.change.FormBoard;
import io.itsm4j.change.Outcome;
import io.itsm4j.change.PlanChange;
import io.itsm4j.change.PlanEdits;
import io.itsm4j.change.PlannedEdit;
import io.itsm4j.change.RiskLevel;
import io.itsm4j.cmdb.Difference;
import io.itsm4j.cmdb.Impact;
import io.itsm4j.cmdb.ImpactQuery;
import io.itsm4j.cmdb.TakeBaseline;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The ledger of East City goes onto two servers, by a change that a board approves. */
final class LedgerChange {

    private static final String LEDGER = "East City ledger";
    private static final String SERVICE = "East City payment";
    private static final Instant FROM = Instant.parse("2026-03-02T20:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-02T23:00:00Z");

    private final Office office;
    private final Teller tell;
    private final Checks checks;
    private final Gallery gallery;

    LedgerChange(Office office, Teller tell, Checks checks, Gallery gallery) {
        this.office = office;
        this.tell = tell;
        this.checks = checks;
        this.gallery = gallery;
    }

    /** Tells it from the plan to the end, and answers when it was approved. */
    void run() {
        tell.chapter("The ledger goes onto two servers");
        TicketId id = plan();
        Impact seen = office.cmdb().impact().analyse(ImpactQuery.failing(office.id("east-db-1")));
        Instant approval = approve(id);
        refuseAnother();
        implement(id);
        compare(id);
        remember(seen, approval);
    }

    private TicketId plan() {
        String ledger = office.id(LEDGER);
        Changes changes = office.changes(People.WEI);
        TicketId id = changes.open(OpenTicket.titled("Put the East City ledger onto two servers")
                        .requestedBy("ning")
                        .onService(office.id(SERVICE))
                        .touching(ledger, office.id("east-db-1"), office.id("east-db-2")))
                .id();
        changes.plan(
                id,
                PlanChange.NOTHING
                        .because("one dark rack stops a city and three counties", "see the incident of this morning")
                        .doing(
                                "upgrade east-db-2, replicate, switch over",
                                "pay one cent from each county",
                                "switch back to east-db-1")
                        .within(FROM, TO));
        changes.planEdits(
                id,
                PlanEdits.of(
                        new PlannedEdit(ledger, "version", "16.2"),
                        new PlannedEdit(ledger, "unrelate runs-on", office.id("east-db-1")),
                        new PlannedEdit(ledger, "relate runs-on 1 cluster", office.id("east-db-1")),
                        new PlannedEdit(ledger, "relate runs-on 1 cluster", office.id("east-db-2")),
                        new PlannedEdit(office.id("PostgreSQL 15.4"), "unrelate installed-on", ledger),
                        new PlannedEdit(office.id("PostgreSQL 16.2"), "relate installed-on", ledger)));
        changes.submit(id);
        Ticket<Change> assessed = changes.assess(
                id,
                AssessChange.answering(Map.of(
                        "tested", "partly",
                        "backout", "with-effort",
                        "experience", "once",
                        "users", "everybody",
                        "downtime", "in-window",
                        "complexity", "two",
                        "security", "no")));
        tell.say("%s is planned and assessed: risk %s"
                .formatted(assessed.number(), assessed.details().risk().level()));
        changes.explainRisk(id).stream()
                .filter(line -> line.startsWith("score") || line.startsWith("level"))
                .forEach(tell::line);
        checks.that("risk", assessed.details().risk().level(), RiskLevel.HIGH);
        return id;
    }

    private Instant approve(TicketId id) {
        office.clock().becomes("2026-03-02T14:00:00Z");
        office.changes(People.MEI)
                .formBoard(
                        id,
                        FormBoard.of("the ledger of East City", FROM.minusSeconds(3_600), "ou", "fang")
                                .hearing("wei"));
        office.changes(People.WEI).requestApproval(id);
        String approval = Objects.requireNonNull(
                        office.changes(People.WEI).get(id).details().approval())
                .approval();
        office.itsm().as(People.FANG).approvals().approve(approval);
        Instant decided = Objects.requireNonNull(
                office.itsm().as(People.OU).approvals().approve(approval).decidedAt());
        Ticket<Change> approved = office.changes(People.WEI).get(id);
        tell.say("%s is approved by the board: %s"
                .formatted(approved.number(), approved.state().label()));
        checks.that("state after the board", approved.state(), ChangeLifecycle.SCHEDULED);
        return decided;
    }

    /** Another change of what rests on the ledger wants the same evening. */
    private void refuseAnother() {
        Changes changes = office.changes(People.WEI);
        TicketId id = changes.open(OpenTicket.titled("Roll out payment 5.3")
                        .requestedBy("ning")
                        .touching(office.id("East City payment application")))
                .id();
        changes.plan(
                id,
                PlanChange.NOTHING
                        .because("new forms", null)
                        .doing("roll out", "pay one cent", "roll back")
                        .within(FROM.plusSeconds(3_600), TO));
        changes.submit(id);
        changes.assess(
                id,
                AssessChange.answering(Map.of(
                        "tested", "yes",
                        "backout", "at-once",
                        "experience", "often",
                        "users", "a-team",
                        "downtime", "in-window",
                        "complexity", "one",
                        "security", "no")));
        changes.requestApproval(id);
        List<BookingConflict> conflicts = changes.conflicts(id);
        checks.that("conflicts", conflicts.size(), 1);
        String approval =
                Objects.requireNonNull(changes.get(id).details().approval()).approval();
        tell.refused(
                "a second change in the same window",
                "CHANGE_CONFLICT",
                () -> office.itsm().as(People.MEI).approvals().approve(approval));
    }

    private void implement(TicketId id) {
        Changes changes = office.changes(People.WEI);
        String number = changes.get(id).number();
        office.clock().becomes("2026-03-02T20:00:00Z");
        office.cmdb().baselines().take(TakeBaseline.named(number + " before").of(office.id(SERVICE)));
        changes.start(id);
        checks.that(
                "version while it is under way",
                office.item(LEDGER).value("version").orElse(""),
                "15.4");
        office.clock().becomes("2026-03-02T22:15:00Z");
        changes.complete(id, CompleteChange.with(Outcome.SUCCESSFUL, "Switched over at ten past ten."));
        changes.close(id);
        office.cmdb().baselines().take(TakeBaseline.named(number + " after").of(office.id(SERVICE)));
        tell.say(number + " is done, and what it planned stands in the records");
        checks.that("version afterwards", office.item(LEDGER).value("version").orElse(""), "16.2");
    }

    private void compare(TicketId id) {
        String number = office.changes(People.WEI).get(id).number();
        Difference difference = office.cmdb().baselines().difference(number + " before", number + " after");
        tell.say("what is different between the baselines around it:");
        difference
                .items()
                .forEach(item -> item.values()
                        .forEach(value -> tell.line("%s: %s was %s, is %s"
                                .formatted(item.name(), value.key(), value.before(), value.after()))));
        difference.ended().forEach(relation -> tell.line("no longer: " + said(relation)));
        difference.begun().forEach(relation -> tell.line("new:       " + said(relation)));
        checks.that("items that changed", difference.items().size(), 1);
        checks.that("relations that ended", difference.ended().size(), 2);
        checks.that("relations that began", difference.begun().size(), 3);
        show("ledger-before.svg", "What East City payment rested on before " + number, FROM);
        show(
                "ledger-after.svg",
                "What East City payment rests on after " + number,
                office.clock().instant());
    }

    private String said(io.itsm4j.cmdb.CiRelation relation) {
        return office.name(relation.from()) + " " + relation.type() + " " + office.name(relation.to())
                + (relation.group() == null ? "" : " (" + relation.group() + ", " + relation.needed() + " needed)");
    }

    private void show(String file, String title, Instant at) {
        ImpactQuery query = ImpactQuery.under(office.id(SERVICE))
                .through("depends-on", "runs-on", "located-in", "stored-on")
                .at(at);
        gallery.foundation(file, title, office.cmdb().impact().analyse(query));
    }

    /** The question an auditor asks months later. */
    private void remember(Impact seen, Instant approval) {
        String server = office.id("east-db-1");
        Impact then = office.cmdb().impact().analyse(ImpactQuery.failing(server).at(approval));
        Impact now = office.cmdb().impact().analyse(ImpactQuery.failing(server));
        tell.say("when the board approved, a failure of east-db-1 hit %d items; now it hits %d"
                .formatted(then.hits().size(), now.hits().size()));
        checks.that("the analysis as of the approval", then.hits(), seen.hits());
        checks.that("what a failure of east-db-1 hits now", now.hits().size(), 0);
    }
}
