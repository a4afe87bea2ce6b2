package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.itsm4j.InvalidInput;
import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Approval;
import io.itsm4j.change.AssessChange;
import io.itsm4j.change.Change;
import io.itsm4j.change.Changes;
import io.itsm4j.change.CompleteChange;
import io.itsm4j.change.CoveringChanges;
import io.itsm4j.change.Outcome;
import io.itsm4j.change.PlanChange;
import io.itsm4j.change.PlanEdits;
import io.itsm4j.change.PlannedEdit;
import io.itsm4j.change.RiskLevel;
import io.itsm4j.cmdb.AffectedAgreement;
import io.itsm4j.cmdb.AffectedService;
import io.itsm4j.cmdb.Audit;
import io.itsm4j.cmdb.CiRelation;
import io.itsm4j.cmdb.CmdbPolicy;
import io.itsm4j.cmdb.Configuration;
import io.itsm4j.cmdb.ConfigurationItem;
import io.itsm4j.cmdb.Criticality;
import io.itsm4j.cmdb.Deviation;
import io.itsm4j.cmdb.Difference;
import io.itsm4j.cmdb.Discovered;
import io.itsm4j.cmdb.DiscoveryFeed;
import io.itsm4j.cmdb.Impact;
import io.itsm4j.cmdb.ImpactQuery;
import io.itsm4j.cmdb.Proposed;
import io.itsm4j.cmdb.RegisterItem;
import io.itsm4j.cmdb.RetireItem;
import io.itsm4j.cmdb.UpdateItem;
import io.itsm4j.cmdb.Weakened;
import io.itsm4j.incident.Incident;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.release.ConfigurationEdit;
import io.itsm4j.release.EndDeployment;
import io.itsm4j.release.PlanRelease;
import io.itsm4j.release.ReleasePolicy;
import io.itsm4j.release.Releases;
import io.itsm4j.release.TargetEnvironment;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.Fact;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.Target;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AffectedCi;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Priority;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.UpdateTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tickets, agreements and configuration items are to each other, with nothing said about it by the host. */
public abstract class CmdbTicketsContract extends Contract {

    private static final Map<String, String> BOLD = Map.of(
            "tested", "yes",
            "backout", "with-effort",
            "experience", "often",
            "users", "a-team",
            "downtime", "in-window",
            "complexity", "two",
            "security", "indirectly");

    private final Actor cora = Actor.of("acme", "cora", Role.AGENT, Role.CHANGE_MANAGER);
    private final Actor ron = Actor.of("acme", "ron", Role.AGENT, Role.RELEASE_MANAGER);

    private final Staff staff = new Staff()
            .person("alice", Set.of(Role.REQUESTER))
            .person("bob", Set.of(Role.AGENT))
            .person("carol", Set.of(Role.AGENT, Role.MANAGER))
            .person("ron", Set.of(Role.AGENT, Role.RELEASE_MANAGER))
            .person("cora", Set.of(Role.AGENT, Role.CHANGE_MANAGER));

    private Itsm itsm;
    private Configuration cmdb;
    private Changes changes;
    private String rack;
    private String server;
    private String database;
    private String billing;

    @BeforeEach
    void a_service_on_a_database_on_a_server_in_a_rack() {
        itsm = builder()
                .directory(staff)
                .type(Works.TYPE)
                .releasePolicy(new ReleasePolicy(Works.TYPE.name(), Set.of("SCHEDULED")))
                .build();
        cmdb = itsm.as(carol).configuration();
        changes = itsm.as(bob).changes();
        rack = item(RegisterItem.of("location", "Rack 7"));
        server = item(RegisterItem.of("server", "db-01").with("host_name", "db-01"));
        database = item(RegisterItem.of("database", "Ledger").with("version", "15.4"));
        billing = item(RegisterItem.of("service", "Billing").critical(Criticality.HIGH));
        cmdb.relations().relate(server, "located-in", rack);
        cmdb.relations().relate(database, "runs-on", server);
        cmdb.relations().relate(billing, "depends-on", database);
    }

    private String item(RegisterItem input) {
        return cmdb.items().register(input).id();
    }

    private static Target within(int hours) {
        return Target.within(Metric.RESOLUTION, Duration.ofHours(hours));
    }

    private Impact failing(String item) {
        return cmdb.impact().analyse(ImpactQuery.failing(item));
    }

    private TicketId planned(PlannedEdit... edits) {
        TicketId id = changes.open(OpenTicket.titled("Upgrade the ledger")
                        .requestedBy("alice")
                        .touching(server, database))
                .id();
        changes.plan(
                id,
                PlanChange.NOTHING
                        .because("old", null)
                        .doing("upgrade", "compare", "restore")
                        .within(
                                clock.instant().plus(Duration.ofHours(1)),
                                clock.instant().plus(Duration.ofHours(3))));
        changes.planEdits(id, PlanEdits.of(edits));
        changes.submit(id);
        changes.assess(id, AssessChange.answering(BOLD));
        return id;
    }

    private Approval approved(TicketId change) {
        changes.requestApproval(change);
        return itsm.as(cora)
                .approvals()
                .approve(Objects.requireNonNull(changes.get(change).details().approval())
                        .approval());
    }

    @Test
    void an_analysis_names_the_agreements_that_measure_tickets_about_the_services_it_hits() {
        String other = item(RegisterItem.of("service", "Wiki"));
        var levels = itsm.as(carol).serviceLevels();
        levels.define(Agreement.sla("a-billing", "Billing", within(4)).forServices(billing));
        levels.define(Agreement.sla("b-wiki", "Wiki", within(8)).forServices(other));
        levels.define(Agreement.ola("c-everything", "Everything", within(6)));
        levels.define(Agreement.sla("d-urgent", "Urgent", within(1))
                .when(Fact.SERVICE.in(List.of(billing, other)).and(Fact.PRIORITY.is(Priority.CRITICAL))));
        levels.define(Agreement.sla("e-not-billing", "Others", within(9))
                .when(Fact.SERVICE.is(billing).not()));
        levels.define(Agreement.sla("f-over", "Last year", within(9))
                .forServices(billing)
                .valid(null, clock.instant()));

        assertThat(cmdb.impact().agreements(failing(rack)))
                .containsExactly(
                        new AffectedAgreement("a-billing", "Billing", "SLA", Set.of(billing)),
                        new AffectedAgreement("c-everything", "Everything", "OLA", Set.of(billing)),
                        new AffectedAgreement("d-urgent", "Urgent", "SLA", Set.of(billing)));
        levels.retire("a-billing");
        assertThat(cmdb.impact().agreements(failing(rack)))
                .extracting(AffectedAgreement::key)
                .containsExactly("c-everything", "d-urgent");
        String alone = item(RegisterItem.of("server", "alone"));
        assertThat(cmdb.impact().agreements(failing(alone))).isEmpty();
    }

    @Test
    void an_incident_is_told_what_else_is_hit_and_takes_it() {
        itsm.as(carol)
                .serviceLevels()
                .define(Agreement.sla("billing", "Billing", within(4)).forServices(billing));
        Configuration desk = itsm.as(bob).configuration();
        Ticket<Incident> incident = itsm.as(bob)
                .incidents()
                .open(OpenTicket.titled("Rack 7 is dark").touching(rack, "no item here"));

        Proposed proposed = desk.impact().proposal(incident.classification().cis());

        assertThat(proposed.cis())
                .containsExactly(
                        AffectedCi.named(rack),
                        AffectedCi.named("no item here"),
                        new AffectedCi(server, AffectedCi.Origin.COMPUTED),
                        new AffectedCi(database, AffectedCi.Origin.COMPUTED),
                        new AffectedCi(billing, AffectedCi.Origin.COMPUTED));
        assertThat(proposed.services()).containsExactly(new AffectedService(billing, "Billing", 3));
        assertThat(proposed.agreements()).extracting(AffectedAgreement::key).containsExactly("billing");
        assertThat(proposed.rating()).isEqualTo(io.itsm4j.ticket.Impact.HIGH);
        Ticket<Incident> told = itsm.as(bob)
                .incidents()
                .update(
                        incident.id(),
                        UpdateTicket.NOTHING
                                .touching(proposed.cis())
                                .onService(proposed.services().get(0).id())
                                .rated(proposed.rating(), null));
        assertThat(told.classification().service()).isEqualTo(billing);
        assertThat(told.classification().cis()).isEqualTo(proposed.cis());
        assertThat(desk.impact().proposal(told.classification().cis())).isEqualTo(proposed);
        assertThat(desk.impact()
                        .proposal(List.of(AffectedCi.named("no item here")))
                        .cis())
                .containsExactly(AffectedCi.named("no item here"));
    }

    @Test
    void a_change_is_rated_by_what_is_hit_when_its_items_fail_and_never_lower() {
        String alone = item(RegisterItem.of("server", "alone"));
        String wiki = item(RegisterItem.of("service", "Wiki"));
        TicketId small =
                changes.open(OpenTicket.titled("Small").touching(alone)).id();
        changes.plan(small, PlanChange.NOTHING.because("old", null));
        changes.submit(small);
        Ticket<Change> low = changes.assess(small, AssessChange.answering(BOLD));
        cmdb.relations().relate(wiki, "depends-on", alone);
        Ticket<Change> medium = changes.assess(small, AssessChange.answering(BOLD));

        Ticket<Change> high = changes.get(planned());

        assertThat(low.classification().impact()).isEqualTo(io.itsm4j.ticket.Impact.LOW);
        assertThat(medium.classification().impact()).isEqualTo(io.itsm4j.ticket.Impact.MEDIUM);
        assertThat(high.classification().impact()).isEqualTo(io.itsm4j.ticket.Impact.HIGH);
        assertThat(low.details().risk().level()).isEqualTo(RiskLevel.LOW);
        assertThat(high.details().risk().level()).isEqualTo(RiskLevel.HIGH);
        assertThat(changes.explainRisk(high.id())).anyMatch(line -> line.contains("with impact HIGH is HIGH"));
        changes.update(small, UpdateTicket.rate(io.itsm4j.ticket.Impact.HIGH, null));
        assertThat(changes.assess(small, AssessChange.answering(BOLD))
                        .classification()
                        .impact())
                .isEqualTo(io.itsm4j.ticket.Impact.HIGH);
    }

    @Test
    void what_the_analysis_said_when_the_change_was_approved_can_be_asked_for_ever() {
        TicketId change = planned();
        Impact seen = failing(server);
        Instant approval = Objects.requireNonNull(approved(change).decidedAt());
        clock.advance(Duration.ofDays(30));
        cmdb.items().retire(server, RetireItem.because("replaced").forced());
        String newcomer = item(RegisterItem.of("application", "Reports"));
        cmdb.relations().relate(newcomer, "depends-on", database);

        Impact then = cmdb.impact().analyse(ImpactQuery.failing(server).at(approval));

        assertThat(then.hits()).isEqualTo(seen.hits());
        assertThat(then.path(billing)).isEqualTo(seen.path(billing));
        assertThat(cmdb.impact().services(then)).extracting(AffectedService::id).containsExactly(billing);
        assertThat(failing(server).hits()).isEmpty();
        assertThat(failing(database).ids()).contains(newcomer);
    }

    @Test
    void planned_edits_make_a_cluster_of_one_server_when_the_change_succeeds() {
        String second = item(RegisterItem.of("server", "db-02").with("host_name", "db-02"));
        TicketId change = planned(
                new PlannedEdit(database, "version", "16.2"),
                new PlannedEdit(database, "unrelate runs-on", server),
                new PlannedEdit(database, "relate runs-on 1 cluster", server),
                new PlannedEdit(database, "relate runs-on 1 cluster", second));
        approved(change);
        clock.advance(Duration.ofHours(1));
        changes.start(change);
        assertThat(failing(server).ids()).containsExactly(database, billing);
        Instant before = clock.instant();
        clock.advance(Duration.ofMinutes(30));
        changes.complete(change, CompleteChange.with(Outcome.SUCCESSFUL, "done"));

        assertThat(failing(server).ids()).isEmpty();
        assertThat(failing(server).weakened()).containsExactly(new Weakened(database, "cluster", 1, 1));
        assertThat(cmdb.impact().analyse(ImpactQuery.failing(server, second)).ids())
                .containsExactly(database, billing);
        assertThat(cmdb.impact().analyse(ImpactQuery.failing(server).at(before)).ids())
                .containsExactly(database, billing);
        assertThat(cmdb.relations().of(database)).extracting(CiRelation::group).containsOnly("cluster", null);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void a_planned_group_that_cannot_be_read_refuses_the_whole_step() {
        TicketId change = planned(
                new PlannedEdit(database, "version", "16.2"),
                new PlannedEdit(database, "relate runs-on cluster", server));
        approved(change);
        clock.advance(Duration.ofHours(1));
        changes.start(change);

        refused(
                InvalidInput.class,
                "FIELD_TYPE",
                () -> changes.complete(change, CompleteChange.with(Outcome.SUCCESSFUL, "done")));

        assertThat(cmdb.items().get(database).value("version")).contains("15.4");
    }

    @Test
    void what_is_planned_for_an_item_that_the_implementer_may_not_see_refuses_the_step_and_is_never_lost() {
        TicketId change = planned(new PlannedEdit(database, "version", "16.2"));
        approved(change);
        clock.advance(Duration.ofHours(1));
        changes.start(change);
        Itsm careful = builder()
                .directory(staff)
                .type(Works.TYPE)
                .cmdbPolicy(CmdbPolicy.STANDARD.restricting("database", Role.MANAGER))
                .build();

        refused(
                NotFound.class,
                "NOT_FOUND",
                () -> careful.as(bob).changes().complete(change, CompleteChange.with(Outcome.SUCCESSFUL, "done")));
        assertThat(cmdb.items().get(database).value("version")).contains("15.4");

        careful.as(carol).changes().complete(change, CompleteChange.with(Outcome.SUCCESSFUL, "done"));
        assertThat(cmdb.items().get(database).value("version")).contains("16.2");
    }

    /** One row of an inventory. */
    private record Found(String host, String system) implements DiscoveryFeed {

        @Override
        public String source() {
            return "count";
        }

        @Override
        public void read(Consumer<Discovered> rows) {
            rows.accept(new Discovered.Item(
                    1, null, "server", Map.of("host_name", host, "operating_system", system), false));
        }
    }

    private Deviation deviation() {
        Audit audit = cmdb.audit().run("Room 7", cmdb.items().ofClass("server"), new Found("db-01", "Debian 13"));
        return cmdb.audit().deviations(audit.id(), PageRequest.all()).items().get(0);
    }

    @Test
    void what_is_found_different_is_covered_by_the_change_that_is_or_was_carried_out_on_the_item() {
        assertThat(deviation().isUnauthorised()).isTrue();
        TicketId change = planned();
        assertThat(deviation().isUnauthorised()).isTrue();
        approved(change);
        assertThat(deviation().isUnauthorised()).as("its window has not begun").isTrue();
        clock.advance(Duration.ofHours(1));
        String number = changes.get(change).number();
        assertThat(deviation().change()).isEqualTo(number);
        changes.start(change);
        clock.advance(Duration.ofHours(5));
        assertThat(deviation().change()).as("longer than planned").isEqualTo(number);
        changes.complete(change, CompleteChange.with(Outcome.SUCCESSFUL, "done"));
        clock.advance(CoveringChanges.AFTERWARDS.minusSeconds(1));
        assertThat(deviation().change()).isEqualTo(number);
        clock.advance(Duration.ofSeconds(1));

        Deviation unexplained = deviation();

        assertThat(unexplained.isUnauthorised()).isTrue();
        Ticket<Change> raised = cmdb.audit().raise(unexplained.id(), itsm.changeType(), OpenTicket.titled("Why 13?"));
        assertThat(changes.get(raised.id()).classification().affected()).containsExactly(server);
    }

    private TicketId deploying(ConfigurationEdit... edits) {
        Releases releases = itsm.as(ron).releases();
        TicketId works = itsm.as(bob)
                .tickets(Works.TYPE)
                .open(OpenTicket.titled("New ledger"))
                .id();
        TicketId id = releases.openFor(works, OpenTicket.titled("Billing 4.2").onService(billing))
                .id();
        releases.plan(
                id,
                PlanRelease.of("4.2.0", TargetEnvironment.production("north"), TargetEnvironment.production("south"))
                        .writing(edits)
                        .backedOutBy("redeploy 4.1.7"));
        releases.beginBuild(id);
        releases.beginTest(id);
        releases.declareReady(id);
        itsm.as(bob).tickets(Works.TYPE).act(works, Works.SCHEDULE, null);
        releases.beginDeploying(id);
        clock.advance(Duration.ofHours(1));
        return id;
    }

    private void deploy(TicketId release, String environment) {
        Releases releases = itsm.as(ron).releases();
        releases.startDeployment(release, environment);
        clock.advance(Duration.ofHours(1));
        releases.endDeployment(release, EndDeployment.worked());
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void a_release_fills_the_software_and_the_hardware_of_its_service_once_it_is_in_all_of_production() {
        String software = item(RegisterItem.of("software-version", "PostgreSQL 16.2")
                .with("product", "PostgreSQL")
                .with("version", "16.2"));
        String faster = item(RegisterItem.of("server", "db-02").with("host_name", "db-02"));
        TicketId release = deploying(
                ConfigurationEdit.set(database, "version", "16.2"),
                ConfigurationEdit.relate(software, "installed-on", database),
                ConfigurationEdit.unrelate(database, "runs-on", server),
                ConfigurationEdit.relate(database, "runs-on", faster),
                ConfigurationEdit.set("no item here", "version", "1"));
        deploy(release, "north");
        assertThat(cmdb.items().get(database).value("version")).contains("15.4");
        deploy(release, "south");

        var details = itsm.as(ron).releases().get(release).details();
        assertThat(details.written()).isTrue();
        assertThat(cmdb.items().get(database).value("version")).contains("16.2");
        assertThat(cmdb.impact().analyse(ImpactQuery.under(billing)).ids()).containsExactly(database, faster);
        Difference difference = cmdb.baselines()
                .difference(
                        Objects.requireNonNull(details.baselineBefore()),
                        Objects.requireNonNull(details.baselineAfter()));
        assertThat(difference.items()).extracting(Difference.ItemChange::ci).containsExactly(database);
        assertThat(difference.items().get(0).values())
                .containsExactly(new Difference.ValueChange("version", "15.4", "16.2"));
        assertThat(difference.begun())
                .extracting(relation -> relation.from() + " " + relation.type() + " " + relation.to())
                .containsExactlyInAnyOrder(software + " installed-on " + database, database + " runs-on " + faster);
        assertThat(difference.ended()).extracting(CiRelation::to).containsExactly(server);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void a_release_whose_configuration_is_refused_does_not_end_its_deployment() {
        TicketId release = deploying(
                ConfigurationEdit.set(database, "version", "16.2"), ConfigurationEdit.set(database, "colour", "red"));
        deploy(release, "north");
        itsm.as(ron).releases().startDeployment(release, "south");

        refused(
                InvalidInput.class,
                "FIELD_UNKNOWN",
                () -> itsm.as(ron).releases().endDeployment(release, EndDeployment.worked()));

        var details = itsm.as(ron).releases().get(release).details();
        assertThat(details.running()).isNotNull();
        assertThat(details.baselineAfter()).isNull();
        assertThat(cmdb.items().get(database).value("version")).contains("15.4");
    }

    @Test
    void a_relation_that_is_gone_already_is_no_reason_to_refuse_a_release() {
        TicketId release = deploying(ConfigurationEdit.unrelate(database, "runs-on", server));
        cmdb.relations()
                .end(cmdb.relations().of(database).stream()
                        .filter(relation -> relation.type().equals("runs-on"))
                        .findFirst()
                        .orElseThrow()
                        .id());
        deploy(release, "north");
        deploy(release, "south");

        assertThat(itsm.as(ron).releases().get(release).details().written()).isTrue();
    }

    private void takeOutOf(TicketId release, String environment) {
        Releases releases = itsm.as(ron).releases();
        releases.startRollback(release, environment);
        clock.advance(Duration.ofHours(1));
        releases.endRollback(release, EndDeployment.worked());
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void a_release_that_is_taken_back_makes_the_records_again_what_they_were() {
        String software = item(RegisterItem.of("software-version", "PostgreSQL 16.2")
                .with("product", "PostgreSQL")
                .with("version", "16.2"));
        String faster = item(RegisterItem.of("server", "db-02").with("host_name", "db-02"));
        TicketId release = deploying(
                ConfigurationEdit.set(database, "version", "16.2"),
                ConfigurationEdit.set(database, "environment", "production"),
                ConfigurationEdit.set(database, "criticality", "high"),
                ConfigurationEdit.relate(software, "installed-on", database),
                ConfigurationEdit.unrelate(database, "runs-on", server),
                ConfigurationEdit.relate(database, "runs-on", faster));
        ConfigurationItem before = cmdb.items().get(database);
        Set<String> under = cmdb.impact().analyse(ImpactQuery.under(billing)).ids();
        deploy(release, "north");
        deploy(release, "south");
        takeOutOf(release, "south");

        ConfigurationItem after = cmdb.items().get(database);
        assertThat(after.value("version")).contains("15.4");
        assertThat(after.environment()).isEqualTo(before.environment());
        assertThat(after.criticality()).isEqualTo(before.criticality());
        assertThat(cmdb.impact().analyse(ImpactQuery.under(billing)).ids())
                .isEqualTo(under)
                .contains(server);
        assertThat(cmdb.relations().of(software)).isEmpty();
        assertThat(itsm.as(ron).releases().get(release).details().written()).isFalse();

        deploy(release, "south");
        var again = itsm.as(ron).releases().get(release).details();
        assertThat(again.written()).isTrue();
        assertThat(again.baselineAfter()).endsWith(" after 2");
        assertThat(cmdb.items().get(database).value("version")).contains("16.2");
        assertThat(cmdb.impact().analyse(ImpactQuery.under(billing)).ids()).containsExactly(database, faster);
        assertThat(itsm.verify(ACME).isIntact()).isTrue();
    }

    @Test
    void what_somebody_changed_since_stays_when_a_release_is_taken_back_and_its_history_names_it() {
        TicketId release = deploying(
                ConfigurationEdit.set(database, "version", "16.2"),
                ConfigurationEdit.set(database, "environment", "production"));
        deploy(release, "north");
        deploy(release, "south");
        cmdb.items().update(database, UpdateItem.NOTHING.with("version", "16.3"));
        clock.advance(Duration.ofHours(1));
        takeOutOf(release, "north");

        ConfigurationItem after = cmdb.items().get(database);
        assertThat(after.value("version")).contains("16.3");
        assertThat(after.environment()).isNull();
        assertThat(keptWritten(release))
                .singleElement(STRING)
                .contains(database + " version = 16.2")
                .doesNotContain(" environment ");
    }

    @Test
    void nothing_is_related_to_a_retired_item_again_when_a_release_is_taken_back() {
        TicketId release = deploying(
                ConfigurationEdit.set(database, "version", "16.2"),
                ConfigurationEdit.unrelate(database, "runs-on", server));
        deploy(release, "north");
        deploy(release, "south");
        cmdb.items().retire(server, RetireItem.because("scrapped"));
        clock.advance(Duration.ofHours(1));
        takeOutOf(release, "north");

        assertThat(cmdb.items().get(database).value("version")).contains("15.4");
        assertThat(cmdb.relations().of(server)).isEmpty();
        assertThat(keptWritten(release)).singleElement(STRING).contains(database + " unrelate runs-on = " + server);
    }

    private List<String> keptWritten(TicketId release) {
        return itsm.as(ron).releases().tickets().journal(release, PageRequest.all()).items().stream()
                .filter(entry -> entry.event().equals("ConfigurationTakenBack"))
                .map(JournalEntry::canonical)
                .toList();
    }
}
