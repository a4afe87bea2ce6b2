package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.approval.Approvable;
import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.approval.Material;
import io.itsm4j.calendar.CalendarDefinition;
import io.itsm4j.calendar.WeekPlan;
import io.itsm4j.change.ChangeCalendar;
import io.itsm4j.change.ChangePorts;
import io.itsm4j.change.DeclareWindow;
import io.itsm4j.cmdb.ApprovedChanges;
import io.itsm4j.cmdb.Audit;
import io.itsm4j.cmdb.CmdbPolicy;
import io.itsm4j.cmdb.Configuration;
import io.itsm4j.cmdb.Deviation;
import io.itsm4j.cmdb.Discovered;
import io.itsm4j.cmdb.DiscoveryFeed;
import io.itsm4j.cmdb.HostItems;
import io.itsm4j.cmdb.ImpactQuery;
import io.itsm4j.cmdb.RegisterItem;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.problem.OpenProblem;
import io.itsm4j.problem.Problems;
import io.itsm4j.purchase.Arrival;
import io.itsm4j.purchase.OrderGoods;
import io.itsm4j.purchase.PlanPurchase;
import io.itsm4j.purchase.PurchaseLifecycle;
import io.itsm4j.purchase.PurchasePolicy;
import io.itsm4j.purchase.PurchasePorts;
import io.itsm4j.purchase.Purchases;
import io.itsm4j.purchase.ReceiptTargets;
import io.itsm4j.purchase.ReceiveGoods;
import io.itsm4j.purchase.ReceivedLine;
import io.itsm4j.purchase.RegisterSupplier;
import io.itsm4j.purchase.WantedLine;
import io.itsm4j.release.EndDeployment;
import io.itsm4j.release.PlanRelease;
import io.itsm4j.release.Release;
import io.itsm4j.release.ReleaseConfiguration;
import io.itsm4j.release.ReleasePolicy;
import io.itsm4j.release.Releases;
import io.itsm4j.release.TargetEnvironment;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.CalendarSource;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.ServiceHours;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.Target;
import io.itsm4j.sla.Threshold;
import io.itsm4j.sla.ThresholdAction;
import io.itsm4j.sla.ThresholdHandler;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Reason;
import io.itsm4j.ticket.StandardActions;
import io.itsm4j.ticket.Step;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What practices ask of the host is answered by beans; without them practices ask each other. */
class PortBeansTest {

    private static final Actor CORA = Actor.of(
            "acme", "cora", Role.AGENT, Role.CHANGE_MANAGER, Role.RELEASE_MANAGER, CmdbPolicy.CONFIGURATION_MANAGER);
    private static final Actor DORA = Actor.of("acme", "dora", Role.MANAGER);
    private static final Actor EVE = Actor.of("acme", "eve", Role.MANAGER, Role.AGENT);
    private static final ApprovalPolicy DORA_APPROVES =
            ApprovalPolicy.named("dora", ApprovalStep.asking("dora", Approver.person("dora")));

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ItsmAutoConfiguration.class))
            .withBean(InstantSource.class, () -> () -> now);

    private static void tell(ApplicationContextRunner told, Consumer<Itsm> story) {
        told.run(host -> story.accept(host.getBean(Itsm.class)));
    }

    // --- changes and releases ---------------------------------------------------------------------------------

    @Test
    void windows_of_changes_come_again_where_the_host_reads_rules() {
        ChangePorts own = ChangePorts.NONE.recurring((window, from, to) -> List.of(window.at(window.first())));
        tell(runner, itsm -> assertThat(refusal(() -> declareEveryWeek(itsm))).contains("CALENDAR_RULE"));
        tell(runner.withBean(ChangePorts.class, () -> own), itsm -> {
            declareEveryWeek(itsm);
            assertThat(itsm.as(CORA)
                            .changes()
                            .calendar()
                            .page(PageRequest.all())
                            .items())
                    .hasSize(1);
        });
    }

    private void declareEveryWeek(Itsm itsm) {
        ChangeCalendar calendar = itsm.as(CORA).changes().calendar();
        calendar.declare(DeclareWindow.maintenance("databases", now, now.plus(Duration.ofHours(2)))
                .recurring("FREQ=WEEKLY", "Asia/Shanghai"));
    }

    @Test
    void a_release_takes_its_baselines_where_the_host_keeps_its_configuration() {
        tell(
                onProblems(),
                itsm -> assertThat(itsm.as(CORA).configuration().baselines().get(baselineOfADeployment(itsm)))
                        .isNotNull());
        tell(
                onProblems().withBean(ReleaseConfiguration.class, Shelf::new),
                itsm -> assertThat(baselineOfADeployment(itsm)).isEqualTo("shelf 4.2.0 BEFORE"));
    }

    /** Releases of problems need no window and no approval. */
    private ApplicationContextRunner onProblems() {
        return runner.withBean(ReleasePolicy.class, () -> new ReleasePolicy("problem", Set.of("ASSESSED")));
    }

    private static String baselineOfADeployment(Itsm itsm) {
        Problems problems = itsm.as(CORA).problems();
        TicketId change = problems.open(OpenProblem.titled("Leak")).id();
        problems.assess(change);
        String shop = itsm.as(CORA)
                .configuration()
                .items()
                .register(RegisterItem.of("application", "Shop"))
                .id();
        Releases releases = itsm.as(CORA).releases();
        TicketId id = releases.openFor(change, OpenTicket.titled("Shop 4.2").touching(shop))
                .id();
        releases.plan(
                id,
                PlanRelease.of("4.2.0", TargetEnvironment.test("staging"), TargetEnvironment.production("north"))
                        .backedOutBy("Redeploy 4.1.7"));
        releases.beginBuild(id);
        releases.beginTest(id);
        releases.startDeployment(id, "staging");
        releases.endDeployment(id, EndDeployment.worked());
        releases.declareReady(id);
        releases.beginDeploying(id);
        releases.startDeployment(id, "north");
        return Objects.requireNonNull(releases.get(id).details().baselineBefore());
    }

    private static final class Shelf implements ReleaseConfiguration {

        @Override
        public Optional<String> baseline(Ledger ledger, Ticket<Release> release, Moment moment) {
            return Optional.of("shelf " + release.details().version() + " " + moment);
        }

        @Override
        public void write(Ledger ledger, Ticket<Release> release) {}
    }

    // --- configuration ----------------------------------------------------------------------------------------

    @Test
    void an_impact_finds_what_several_adapters_of_the_host_keep() {
        tell(
                runner.withBean("vans", HostItems.class, () -> new Kept("vehicle"))
                        .withBean("bays", HostItems.class, () -> new Kept("bay")),
                itsm -> {
                    Configuration cmdb = itsm.as(CORA).configuration();
                    String service = cmdb.items()
                            .register(RegisterItem.of("service", "Deliveries"))
                            .id();
                    cmdb.relations().relate("vehicle:7", "located-in", "bay:3");
                    cmdb.relations().relate(service, "depends-on", "vehicle:7");
                    assertThat(cmdb.impact()
                                    .analyse(ImpactQuery.failing("bay:3"))
                                    .ids())
                            .containsExactly("vehicle:7", service);
                });
        tell(
                runner,
                itsm -> assertThat(refusal(
                                () -> itsm.as(CORA).configuration().impact().analyse(ImpactQuery.failing("bay:3"))))
                        .contains("NOT_FOUND"));
    }

    private record Kept(String scheme) implements HostItems {

        @Override
        public Map<String, HostItem> find(TenantId tenant, Set<String> keys) {
            Map<String, HostItem> found = new HashMap<>();
            keys.forEach(key ->
                    found.put(key, new HostItem(scheme + " " + key, scheme.equals("bay") ? "location" : "hardware")));
            return found;
        }
    }

    @Test
    void an_audit_asks_the_host_which_changes_were_approved() {
        tell(runner, itsm -> assertThat(changeBehindADifference(itsm)).isNull());
        tell(
                runner.withBean(ApprovedChanges.class, () -> (ledger, ci, at) -> Optional.of("RFC-7")),
                itsm -> assertThat(changeBehindADifference(itsm)).isEqualTo("RFC-7"));
    }

    private static @Nullable String changeBehindADifference(Itsm itsm) {
        Configuration cmdb = itsm.as(CORA).configuration();
        cmdb.items()
                .register(RegisterItem.of("server", "db-1")
                        .with("host_name", "db-1")
                        .with("cpus", 2));
        Audit audit = cmdb.audit().run("Room 7", cmdb.items().ofClass("server"), new Count());
        return cmdb.audit()
                .deviations(audit.id(), PageRequest.of(Deviation.KIND_OF.is(Deviation.Kind.DIFFERENT)))
                .items()
                .get(0)
                .change();
    }

    private static final class Count implements DiscoveryFeed {

        @Override
        public String source() {
            return "count";
        }

        @Override
        public void read(Consumer<Discovered> sink) {
            sink.accept(new Discovered.Item(1, null, "server", Map.of("host_name", "db-1", "cpus", 4L), false));
        }
    }

    // --- purchases --------------------------------------------------------------------------------------------

    @Test
    void what_arrives_goes_where_the_host_keeps_it() {
        ApplicationContextRunner approved =
                runner.withBean(PurchasePolicy.class, () -> PurchasePolicy.STANDARD.approvedBy(DORA_APPROVES));
        tell(approved, itsm -> {
            receiveALaptop(itsm);
            assertThat(itsm.as(EVE).assets().lookUp("CZC-1001")).isPresent();
        });
        Cellar cellar = new Cellar(new ArrayList<>());
        tell(approved.withBean(PurchasePorts.class, () -> PurchasePorts.NONE.receiving(cellar)), itsm -> {
            receiveALaptop(itsm);
            assertThat(cellar.kept()).containsExactly("CZC-1001");
            assertThat(itsm.as(EVE).assets().lookUp("CZC-1001")).isEmpty();
        });
    }

    private static void receiveALaptop(Itsm itsm) {
        Actor bea = Actor.of("acme", "bea", Role.AGENT, PurchaseLifecycle.BUYER, PurchaseLifecycle.STOREKEEPER);
        Purchases purchases = itsm.as(bea).purchases();
        String supplier = itsm.as(bea)
                .suppliers()
                .register(RegisterSupplier.named("Office World"))
                .id();
        TicketId id = purchases
                .open(
                        OpenTicket.titled("A laptop"),
                        PlanPurchase.of(WantedLine.assets("laptop", "Notebook 14", 1)
                                        .at("899", "EUR"))
                                .paidBy("IT-4711", "2026 hardware"))
                .id();
        purchases.submit(id);
        itsm.as(DORA)
                .approvals()
                .approve(Objects.requireNonNull(
                                purchases.get(id).details().clearance().mark())
                        .approval());
        purchases.order(id, OrderGoods.from(supplier).called("OW-1"));
        purchases.receive(
                id,
                ReceiveGoods.of(ReceivedLine.serials(1, "CZC-1001"))
                        .into("cellar")
                        .noted("LS-1"));
    }

    private record Cellar(List<String> kept) implements ReceiptTargets {

        @Override
        public List<String> receive(Ledger ledger, Arrival arrival) {
            kept.addAll(arrival.serials());
            return List.of(ledger.newId());
        }

        @Override
        public void takeBack(Ledger ledger, Arrival arrival, List<String> made) {}
    }

    // --- service levels ---------------------------------------------------------------------------------------

    @Test
    void the_host_says_whose_service_hours_count() {
        tell(runner, itsm -> assertThat(dueInTheNorth(itsm)).isEqualTo(Instant.parse("2026-03-02T13:00:00Z")));
        tell(
                runner.withBean(ServiceHours.class, () -> (tenant, source, situation) -> Optional.of("night")),
                itsm -> assertThat(dueInTheNorth(itsm)).isEqualTo(Instant.parse("2026-03-03T00:00:00Z")));
    }

    private static @Nullable Instant dueInTheNorth(Itsm itsm) {
        ServiceLevels levels = itsm.as(DORA).serviceLevels();
        levels.defineCalendar(CalendarDefinition.of("night", "UTC", WeekPlan.everyDay("20:00-24:00")));
        levels.define(Agreement.sla("gold", "Gold", Target.within(Metric.RESOLUTION, Duration.ofHours(4)))
                .hoursOf(CalendarSource.CUSTOMER));
        TicketId id = itsm.as(Hosts.BOB)
                .incidents()
                .open(OpenTicket.titled("VPN is down").ofUnit("north"))
                .id();
        return itsm.as(EVE).serviceLevels().clocks(id).get(0).dueAt();
    }

    @Test
    void thresholds_call_the_hosts_handlers_by_the_names_of_their_beans() {
        List<String> called = new ArrayList<>();
        tell(
                runner.withBean("pager", ThresholdHandler.class, () -> (key, event) -> called.add("pager"))
                        .withBean("siren", ThresholdHandler.class, () -> (key, event) -> called.add("siren")),
                itsm -> {
                    letHalfOfTheTimePass(itsm);
                    itsm.deliver(100);
                    assertThat(called).containsExactly("siren");
                });
        tell(
                runner,
                itsm -> assertThat(refusal(() -> letHalfOfTheTimePass(itsm))).contains("UNKNOWN"));
    }

    private void letHalfOfTheTimePass(Itsm itsm) {
        itsm.as(DORA)
                .serviceLevels()
                .define(Agreement.sla(
                        "gold",
                        "Gold",
                        Target.within(Metric.RESOLUTION, Duration.ofHours(4))
                                .warning(Threshold.at(50, new ThresholdAction.Call("siren")))));
        itsm.as(Hosts.BOB).incidents().open(OpenTicket.titled("VPN is down"));
        now = now.plus(Duration.ofHours(2));
        itsm.processDue(100);
    }

    // --- approvals --------------------------------------------------------------------------------------------

    /** What only a journey has. */
    record Journey(@Nullable ApprovalMark approval) {}

    private static final Action ASK = Action.of("ask");
    private static final Action BOOK = Action.of("book");
    private static final State BOOKED = State.of("BOOKED", StateCategory.CLOSED);

    private static TicketType<Journey> journey(String name, String prefix) {
        State wished = State.of("WISHED", StateCategory.NEW);
        State waiting = State.of("WAITING", StateCategory.PENDING);
        return TicketType.named(name, prefix, Journey.class, new Journey(null))
                .livingBy(StandardActions.addTo(Lifecycle.<Step<Journey>>named(name)
                                .initial(wished)
                                .transition(ASK)
                                .from(wished)
                                .to(waiting)
                                .by(Role.AGENT)
                                .transition(BOOK)
                                .from(waiting)
                                .to(BOOKED)
                                .by(Role.SYSTEM, Role.AGENT))
                        .build());
    }

    private static Approvable<Ticket<Journey>> approvable(TicketType<Journey> type) {
        return Approvable.tickets(
                type,
                Material.of("title", Ticket::title),
                (journey, approval) -> Optional.of(BOOK),
                (journey, mark) -> new Journey(mark));
    }

    @Test
    void things_of_the_hosts_are_approved() {
        TicketType<Journey> trip = journey("trip", "TRP");
        TicketType<Journey> cruise = journey("cruise", "CRU");
        ApplicationContextRunner types = runner.withBean("trip", TicketType.class, () -> trip)
                .withBean("cruise", TicketType.class, () -> cruise);
        tell(
                types.withBean("trips", Approvable.class, () -> approvable(trip))
                        .withBean("cruises", Approvable.class, () -> approvable(cruise)),
                itsm -> {
                    assertThat(approved(itsm, trip)).isEqualTo(BOOKED);
                    assertThat(approved(itsm, cruise)).isEqualTo(BOOKED);
                });
        tell(types, itsm -> assertThat(refusal(() -> approved(itsm, trip))).contains("APPROVAL_KIND"));
    }

    private static State approved(Itsm itsm, TicketType<Journey> type) {
        Tickets<Journey> desk = itsm.as(Hosts.BOB).tickets(type);
        TicketId id =
                desk.open(OpenTicket.titled("Conference"), new Journey(null)).id();
        desk.act(
                id,
                ASK,
                Reason.NONE,
                draft -> draft.details(new Journey(approvable(type)
                        .request(draft.ledger(), draft.preview(), DORA_APPROVES)
                        .mark())));
        String asked =
                itsm.as(DORA).approvals().mine(PageRequest.all()).items().get(0).approval();
        itsm.as(DORA).approvals().approve(asked);
        return desk.get(id).state();
    }

    private static Optional<String> refusal(ThrowingCallable work) {
        return Optional.ofNullable(catchThrowableOfType(ItsmException.class, work))
                .map(ItsmException::code);
    }
}
