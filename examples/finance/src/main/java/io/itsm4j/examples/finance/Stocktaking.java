package io.itsm4j.examples.finance;

import io.itsm4j.cmdb.Audit;
import io.itsm4j.cmdb.Audits;
import io.itsm4j.cmdb.Deviation;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.OpenTicket;
import java.util.ArrayList;
import java.util.List;

/** The servers of East City are counted, and what was counted is held against the records. */
final class Stocktaking {

    private final Office office;
    private final Teller tell;
    private final Checks checks;

    Stocktaking(Office office, Teller tell, Checks checks) {
        this.office = office;
        this.tell = tell;
        this.checks = checks;
    }

    void run() {
        tell.chapter("The servers of East City are counted");
        office.clock().becomes("2026-03-09T08:00:00Z");
        Audit first = audit("East City, first count");
        checks.that("accuracy of the first count", first.accuracy(), 4_285L);
        List<String> decided = new ArrayList<>();
        for (Deviation deviation : deviations(first)) {
            decided.add(decide(deviation));
        }
        decided.sort(null);
        checks.that(
                "decisions",
                decided,
                List.of(
                        "DIFFERENT east-app-1 RAISED unauthorised",
                        "DIFFERENT east-db-2 CORRECTED authorised",
                        "MISSING east-files-1 RAISED unauthorised",
                        "UNEXPECTED east-test-9 CORRECTED unauthorised"));
        Audit second = audit("East City, after the decisions");
        checks.that("accuracy after the decisions", second.accuracy(), 7_142L);
        checks.that("the journals", office.itsm().verify(People.LIN.tenant()).isIntact(), true);
    }

    private Audits audits() {
        return office.cmdb().audit();
    }

    private Audit audit(String name) {
        var scope = office.cmdb()
                .items()
                .ofClass("site-server")
                .and(office.cmdb().items().attribute("site").is("east"));
        Audit audit = audits().run(name, scope, Sheets.inventory("east"));
        tell.say("%s: %d expected, %d counted, %d deviations, accuracy %d.%02d %%"
                .formatted(
                        name,
                        audit.expected(),
                        audit.observed(),
                        audit.deviations(),
                        audit.accuracy() / 100,
                        audit.accuracy() % 100));
        return audit;
    }

    private List<Deviation> deviations(Audit audit) {
        return audits().deviations(audit.id(), PageRequest.all()).items();
    }

    /**
     * What an approved change explains, and what is new, goes into the records; what nobody approved is asked about;
     * what is gone is searched for.
     */
    private String decide(Deviation deviation) {
        boolean changes = deviation.kind() == Deviation.Kind.DIFFERENT && deviation.isUnauthorised();
        String outcome;
        if (changes) {
            outcome = audits().raise(
                            deviation.id(),
                            office.itsm().changeType(),
                            OpenTicket.titled("Unapproved: " + deviation.label() + " " + deviation.key())
                                    .describedAs(deviation.key() + " is " + deviation.observed() + ", not "
                                            + deviation.expected()))
                    .number();
        } else if (deviation.kind() == Deviation.Kind.MISSING) {
            outcome = audits().raise(
                            deviation.id(),
                            office.itsm().incidentType(),
                            OpenTicket.titled("Where is " + deviation.label() + "?"))
                    .number();
        } else {
            audits().correct(deviation.id());
            outcome = deviation.change() == null ? "recorded" : "recorded, as " + deviation.change() + " left it";
        }
        Deviation decided = deviations(audits().get(deviation.audit())).stream()
                .filter(one -> one.id().equals(deviation.id()))
                .findFirst()
                .orElseThrow();
        String authorised = decided.isUnauthorised() ? "unauthorised" : "authorised";
        tell.line("%-10s %-13s %-34s %-12s %s"
                .formatted(
                        decided.kind(),
                        decided.label(),
                        decided.key() == null
                                ? ""
                                : decided.key() + ": " + decided.expected() + " → " + decided.observed(),
                        authorised,
                        outcome));
        return decided.kind() + " " + decided.label() + " " + decided.disposition() + " " + authorised;
    }
}
