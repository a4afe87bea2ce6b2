package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.InUse;
import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotPermitted;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.cmdb.Audit;
import io.itsm4j.cmdb.Audits;
import io.itsm4j.cmdb.CiAttributes;
import io.itsm4j.cmdb.CiEdit;
import io.itsm4j.cmdb.Cmdb;
import io.itsm4j.cmdb.CmdbPolicy;
import io.itsm4j.cmdb.Configuration;
import io.itsm4j.cmdb.ConfigurationItem;
import io.itsm4j.cmdb.Deviation;
import io.itsm4j.cmdb.Difference;
import io.itsm4j.cmdb.Discovered;
import io.itsm4j.cmdb.DiscoveryFeed;
import io.itsm4j.cmdb.Items;
import io.itsm4j.cmdb.RegisterItem;
import io.itsm4j.cmdb.UpdateItem;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentLifecycle;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AffectedCi;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records against reality: deviations and what is done about them, and what changes and releases write back. */
public abstract class CmdbAuditContract extends Contract {

    private final List<String> approved = new ArrayList<>();
    private Itsm itsm;
    private Configuration cmdb;
    private Items items;
    private Audits audits;

    @BeforeEach
    void begin() {
        itsm = builder()
                .approvedChanges(
                        (ledger, ci, at) -> approved.contains(ci) ? Optional.of("CHG0000007") : Optional.empty())
                .build();
        cmdb = itsm.as(carol).configuration();
        items = cmdb.items();
        audits = cmdb.audit();
    }

    private record Counted(List<Discovered> rows) implements DiscoveryFeed {

        static Counted of(Discovered... rows) {
            return new Counted(List.of(rows));
        }

        @Override
        public String source() {
            return "count";
        }

        @Override
        public void read(Consumer<Discovered> sink) {
            rows.forEach(sink);
        }
    }

    private static Discovered found(String host, Map<String, Object> values) {
        Map<String, Object> all = new java.util.HashMap<>(values);
        all.put("host_name", host);
        return new Discovered.Item(1, null, "server", all, false);
    }

    private String server(String name, int cpus) {
        return items.register(
                        RegisterItem.of("server", name).with("host_name", name).with("cpus", cpus))
                .id();
    }

    private Deviation only(Audit audit, Deviation.Kind kind) {
        return audits.deviations(audit.id(), PageRequest.of(Deviation.KIND_OF.is(kind)))
                .items()
                .get(0);
    }

    @Test
    void names_what_is_missing_unexpected_and_different_and_how_accurate_the_records_are() {
        server("right", 2);
        String wrong = server("wrong", 2);
        String gone = server("gone", 2);
        approved.add(wrong);

        Audit audit = audits.run(
                "Room 7",
                items.ofClass("server"),
                Counted.of(
                        found("right", Map.of("cpus", 2L)),
                        found("wrong", Map.of("cpus", 4L, "memory_mb", 8L)),
                        found("new", Map.of("name", "new", "cpus", 1L))));

        assertThat(audits.get(audit.id())).isEqualTo(audit);
        assertThat(audits.deviations(audit.id(), PageRequest.all()).items())
                .extracting(deviation -> deviation.kind() + " " + deviation.label() + " " + deviation.key() + " "
                        + deviation.expected() + " " + deviation.observed())
                .containsExactlyInAnyOrder(
                        "DIFFERENT wrong cpus 2 4",
                        "DIFFERENT wrong memory_mb null 8",
                        "UNEXPECTED new null null {\"class\":\"server\",\"cpus\":\"1\",\"host_name\":\"new\",\"name\":\"new\"}",
                        "MISSING gone null null null");
        assertThat(audit.expected()).isEqualTo(3);
        assertThat(audit.observed()).isEqualTo(3);
        assertThat(audit.matched()).isEqualTo(2);
        assertThat(audit.exact()).isEqualTo(1);
        assertThat(audit.accuracy()).isEqualTo(2500);
        assertThat(only(audit, Deviation.Kind.MISSING).isUnauthorised()).isTrue();
        assertThat(only(audit, Deviation.Kind.DIFFERENT).change()).isEqualTo("CHG0000007");
        assertThat(items.get(gone).isLive()).isTrue();
    }

    @Test
    void corrects_the_record_accepts_the_difference_or_raises_a_ticket_and_each_once() {
        String wrong = server("wrong", 2);
        String gone = server("gone", 2);
        Audit audit = audits.run(
                "Room 7",
                items.ofClass("server"),
                Counted.of(found("wrong", Map.of("cpus", 4L)), found("new", Map.of("name", "newcomer"))));

        Deviation corrected =
                audits.correct(only(audit, Deviation.Kind.DIFFERENT).id());
        assertThat(corrected.disposition()).isEqualTo(Deviation.Disposition.CORRECTED);
        assertThat(items.get(wrong).value("cpus")).contains(4L);
        audits.correct(only(audit, Deviation.Kind.UNEXPECTED).id());
        assertThat(items.count(CiAttributes.NAME.is("newcomer"))).isEqualTo(1);
        Ticket<Incident> raised = audits.raise(
                only(audit, Deviation.Kind.MISSING).id(), itsm.incidentType(), OpenTicket.titled("Where is gone?"));

        assertThat(itsm.as(bob).incidents().get(raised.id()).classification().cis())
                .containsExactly(AffectedCi.named(gone));
        assertThat(only(audit, Deviation.Kind.MISSING).ticket())
                .isEqualTo(raised.id().value());
        refused(RuleViolated.class, "CI_DEVIATION_DECIDED", () -> audits.correct(corrected.id()));
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
        Audit again =
                audits.run("Room 7 again", items.ofClass("server"), Counted.of(found("wrong", Map.of("cpus", 5L))));
        refused(
                InvalidInput.class,
                "REQUIRED",
                () -> audits.accept(only(again, Deviation.Kind.DIFFERENT).id(), null));
        assertThat(audits.accept(only(again, Deviation.Kind.DIFFERENT).id(), "on loan")
                        .disposition())
                .isEqualTo(Deviation.Disposition.ACCEPTED);
    }

    @Test
    void corrects_nothing_that_has_changed_since_the_audit() {
        String wrong = server("wrong", 2);
        Audit audit = audits.run("Room 7", items.ofClass("server"), Counted.of(found("wrong", Map.of("cpus", 4L))));
        Deviation deviation = only(audit, Deviation.Kind.DIFFERENT);
        items.update(wrong, UpdateItem.NOTHING.with("cpus", 8));

        refused(RuleViolated.class, "CI_DEVIATION_STALE", () -> audits.correct(deviation.id()));
        assertThat(items.get(wrong).value("cpus")).contains(8L);

        items.update(wrong, UpdateItem.NOTHING.with("cpus", 4));
        assertThat(audits.correct(deviation.id()).disposition()).isEqualTo(Deviation.Disposition.CORRECTED);
    }

    @Test
    void tells_nobody_of_deviations_of_items_that_he_may_not_see() {
        Itsm careful = builder()
                .cmdbPolicy(CmdbPolicy.STANDARD.restricting("storage", Role.MANAGER))
                .build();
        Configuration all = careful.as(carol).configuration();
        all.items().register(RegisterItem.of("storage", "vault").with("serial", "SAN-1"));
        all.items()
                .register(RegisterItem.of("server", "open")
                        .with("host_name", "open")
                        .with("cpus", 1));
        Audit audit = all.audit()
                .run(
                        "Everything",
                        Criterion.all(),
                        Counted.of(
                                new Discovered.Item(
                                        1, null, "storage", Map.of("serial", "SAN-1", "name", "the vault"), false),
                                new Discovered.Item(
                                        2, null, "storage", Map.of("serial", "SAN-2", "name", "hidden"), false),
                                found("open", Map.of("cpus", 2L))));

        assertThat(all.audit().deviations(audit.id(), PageRequest.all()).items())
                .hasSize(3);
        assertThat(careful.as(bob)
                        .configuration()
                        .audit()
                        .deviations(audit.id(), PageRequest.all())
                        .items())
                .extracting(Deviation::label)
                .containsExactly("open");
    }

    @Test
    void keeps_a_missing_item_on_which_others_rest() {
        String gone = server("gone", 2);
        String application =
                items.register(RegisterItem.of("application", "Shop")).id();
        cmdb.relations().relate(application, "runs-on", gone);
        Audit audit = audits.run("Room 7", items.ofClass("server"), Counted.of());

        refused(
                InUse.class,
                "CI_IN_USE",
                () -> audits.correct(only(audit, Deviation.Kind.MISSING).id()));

        assertThat(only(audit, Deviation.Kind.MISSING).disposition()).isEqualTo(Deviation.Disposition.OPEN);
        assertThat(items.get(gone).isLive()).isTrue();
    }

    @Test
    void asks_owners_to_certify_and_takes_them_off_the_list_when_they_did() {
        String id =
                items.register(RegisterItem.of("server", "a").ownedBy("olga")).id();
        server("unowned", 1);
        Configuration olga = itsm.as(Actor.of("acme", "olga", Role.REQUESTER)).configuration();

        assertThat(audits.askToCertify(Criterion.all(), clock.instant().plus(Duration.ofDays(14)), 100))
                .isEqualTo(1);
        assertThat(audits.askToCertify(Criterion.all(), clock.instant(), 100)).isZero();
        assertThat(olga.audit().toCertify(PageRequest.all()).items())
                .extracting(ConfigurationItem::id)
                .containsExactly(id);
        olga.items().certify(id);

        assertThat(olga.audit().toCertify(PageRequest.all()).items()).isEmpty();
        refused(
                NotPermitted.class,
                "NOT_PERMITTED",
                () -> itsm.as(bob).configuration().audit().askToCertify(Criterion.all(), clock.instant(), 100));
    }

    @Test
    void writes_back_what_a_ticket_makes_of_the_records_in_its_own_transaction_with_baselines_around_it() {
        Cmdb records = new Cmdb(CmdbPolicy.STANDARD, List.of());
        String server = server("db-01", 2);
        String old = server("old", 2);
        String application = items.register(
                        RegisterItem.of("application", "Shop").with("version", "1"))
                .id();
        cmdb.relations().relate(application, "runs-on", old);
        clock.advance(Duration.ofHours(1));
        var desk = itsm.as(bob).incidents();
        var ticket = desk.open(OpenTicket.titled("Upgrade"));
        clock.advance(Duration.ofHours(1));

        refused(
                InvalidInput.class,
                "FIELD_UNKNOWN",
                () -> desk.tickets()
                        .act(
                                ticket.id(),
                                IncidentLifecycle.START,
                                Reason.NONE,
                                draft -> records.apply(
                                        draft.ledger(),
                                        List.of(
                                                new CiEdit(server, "cpus", "4"),
                                                new CiEdit(server, "colour", "red")))));
        assertThat(desk.get(ticket.id()).version()).isEqualTo(1);
        desk.tickets().act(ticket.id(), IncidentLifecycle.START, Reason.NONE, draft -> {
            records.baseline(draft.ledger(), "before", true, Set.of());
            records.apply(
                    draft.ledger(),
                    List.of(
                            new CiEdit(server, "cpus", "4"),
                            new CiEdit(server, "environment", "production"),
                            new CiEdit(application, "version", "2"),
                            new CiEdit(application, "unrelate runs-on", old),
                            new CiEdit(application, "relate runs-on", server),
                            new CiEdit(server, "status", "IN_MAINTENANCE")));
            records.baseline(draft.ledger(), "after", false, Set.of());
        });

        Difference difference = cmdb.baselines().difference("before", "after");
        assertThat(difference.items()).extracting(Difference.ItemChange::name).containsExactly("Shop", "db-01");
        assertThat(difference.begun()).hasSize(1);
        assertThat(difference.ended()).hasSize(1);
        assertThat(items.get(server).status().name()).isEqualTo("IN_MAINTENANCE");
        assertThat(items.get(server).value("cpus")).contains(4L);
        assertThat(items.states(server)).hasSize(2);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }
}
