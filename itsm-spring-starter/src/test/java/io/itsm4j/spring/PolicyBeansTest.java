package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.asset.AskDisposal;
import io.itsm4j.asset.AssetLifecycle;
import io.itsm4j.asset.AssetPolicy;
import io.itsm4j.asset.Assets;
import io.itsm4j.asset.Disposal;
import io.itsm4j.asset.EndUse;
import io.itsm4j.asset.RegisterAsset;
import io.itsm4j.change.AssessChange;
import io.itsm4j.change.ChangePolicy;
import io.itsm4j.change.Changes;
import io.itsm4j.change.PlanChange;
import io.itsm4j.cmdb.CmdbPolicy;
import io.itsm4j.cmdb.ConfigurationItem;
import io.itsm4j.cmdb.RegisterItem;
import io.itsm4j.incident.IncidentPolicy;
import io.itsm4j.incident.Incidents;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.journal.EventListener;
import io.itsm4j.lifecycle.State;
import io.itsm4j.problem.OpenProblem;
import io.itsm4j.problem.ProblemPolicy;
import io.itsm4j.problem.Problems;
import io.itsm4j.purchase.PlanPurchase;
import io.itsm4j.purchase.PurchaseLifecycle;
import io.itsm4j.purchase.PurchasePolicy;
import io.itsm4j.purchase.Purchases;
import io.itsm4j.purchase.WantedLine;
import io.itsm4j.release.PlanRelease;
import io.itsm4j.release.ReleasePolicy;
import io.itsm4j.release.Releases;
import io.itsm4j.release.TargetEnvironment;
import io.itsm4j.request.Catalogue;
import io.itsm4j.request.CatalogueItem;
import io.itsm4j.request.CatalogueService;
import io.itsm4j.request.OrderLine;
import io.itsm4j.request.PlaceOrder;
import io.itsm4j.request.RequestLifecycle;
import io.itsm4j.request.RequestPolicy;
import io.itsm4j.request.ServiceCategory;
import io.itsm4j.request.Wording;
import io.itsm4j.stock.DefinePart;
import io.itsm4j.stock.DefineStore;
import io.itsm4j.stock.PartDelivery;
import io.itsm4j.stock.Reservation;
import io.itsm4j.stock.ReserveParts;
import io.itsm4j.stock.Stock;
import io.itsm4j.stock.StockDeclaration;
import io.itsm4j.stock.StockPolicy;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** How each practice works is the host's to say, by a bean; where it does not, the practice's standard is in force. */
class PolicyBeansTest {

    private static final Actor CORA = Actor.of("acme", "cora", Role.AGENT, Role.CHANGE_MANAGER, Role.RELEASE_MANAGER);
    private static final Actor DORA = Actor.of("acme", "dora", Role.REQUESTER);

    /** A policy that the library does not bring: one person approves. */
    private static final ApprovalPolicy DORA_APPROVES =
            ApprovalPolicy.named("dora", ApprovalStep.asking("dora", Approver.person("dora")));

    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ItsmAutoConfiguration.class))
            .withBean(InstantSource.class, () -> () -> now);

    private static void tell(ApplicationContextRunner told, Consumer<Itsm> story) {
        told.run(host -> story.accept(host.getBean(Itsm.class)));
    }

    @Test
    void an_incident_is_reopened_as_long_as_the_hosts_policy_says() {
        tell(runner, itsm -> assertThat(reopenedAfterTwoDays(itsm)).isEmpty());
        tell(
                runner.withBean(IncidentPolicy.class, () -> IncidentPolicy.STANDARD.reopenableFor(Duration.ofDays(1))),
                itsm -> assertThat(reopenedAfterTwoDays(itsm)).contains("GUARD"));
    }

    private Optional<String> reopenedAfterTwoDays(Itsm itsm) {
        Incidents desk = itsm.as(Hosts.BOB).incidents();
        TicketId id = desk.open(OpenTicket.titled("VPN is down")).id();
        desk.resolve(id, ResolveIncident.with("FIXED", "Restarted"));
        now = now.plus(Duration.ofDays(2));
        return refusal(() -> desk.reopen(id, "It is down again"));
    }

    @Test
    void a_problem_is_fixed_by_the_types_that_the_hosts_policy_names() {
        tell(telling(), itsm -> assertThat(heardWhenTheFixEnds(itsm)).doesNotContain("FixingChangesDone"));
        tell(
                telling().withBean(ProblemPolicy.class, () -> new ProblemPolicy(Set.of("incident"))),
                itsm -> assertThat(heardWhenTheFixEnds(itsm)).contains("FixingChangesDone"));
    }

    private final List<String> heard = new ArrayList<>();

    private ApplicationContextRunner telling() {
        return runner.withBean(EventListener.class, () -> event -> heard.add(event.name()));
    }

    private List<String> heardWhenTheFixEnds(Itsm itsm) {
        Incidents desk = itsm.as(Hosts.BOB).incidents();
        TicketId fix = desk.open(OpenTicket.titled("New driver")).id();
        Problems problems = itsm.as(Hosts.BOB).problems();
        TicketId problem = problems.open(OpenProblem.titled("Leak")).id();
        problems.addFix(problem, fix);
        desk.resolve(fix, ResolveIncident.with("FIXED", "Installed"));
        desk.close(fix);
        return heard;
    }

    @Test
    void a_request_closes_by_itself_when_the_hosts_policy_says() {
        tell(runner, itsm -> assertThat(twoDaysAfterFulfilment(itsm)).isEqualTo(RequestLifecycle.FULFILLED));
        tell(
                runner.withBean(RequestPolicy.class, () -> new RequestPolicy(Duration.ofDays(1))),
                itsm -> assertThat(twoDaysAfterFulfilment(itsm)).isEqualTo(RequestLifecycle.CLOSED));
    }

    private State twoDaysAfterFulfilment(Itsm itsm) {
        Wording words = Wording.of("Account");
        Catalogue catalogue =
                itsm.as(Actor.of("acme", "kay", Role.CATALOGUE_MANAGER)).catalogue();
        catalogue.define(ServiceCategory.top("accounts", words));
        catalogue.define(CatalogueService.of("mail", "accounts", words, words, words));
        catalogue.define(CatalogueItem.draft("account", "mail", words));
        catalogue.activate("account");
        TicketId id = itsm.as(DORA)
                .shop()
                .place(PlaceOrder.of(OrderLine.of("account")))
                .items()
                .get(0)
                .id();
        itsm.as(Hosts.BOB).requests().fulfil(id, "The account is dora.d");
        now = now.plus(Duration.ofDays(2));
        itsm.processDue(100);
        return itsm.as(Hosts.BOB).requests().get(id).state();
    }

    @Test
    void a_change_is_approved_by_whom_the_hosts_policy_names() {
        ChangePolicy own = ChangePolicy.STANDARD.approvedBy(
                DORA_APPROVES, ChangePolicy.STANDARD.major(), ChangePolicy.STANDARD.emergency());
        tell(runner, itsm -> assertThat(refusal(() -> askedAboutADisk(itsm))).contains("APPROVERS_UNKNOWN"));
        tell(runner.withBean(ChangePolicy.class, () -> own), itsm -> {
            askedAboutADisk(itsm);
            assertThat(asked(itsm, DORA)).isEqualTo(1);
        });
    }

    private void askedAboutADisk(Itsm itsm) {
        Changes changes = itsm.as(Hosts.BOB).changes();
        TicketId id =
                changes.open(OpenTicket.titled("Add a disk").touching("db-1")).id();
        changes.plan(
                id,
                PlanChange.NOTHING
                        .because("The disk is full", null)
                        .doing("Add a disk", "Read and write", "Take it out again")
                        .within(now.plus(Duration.ofHours(1)), now.plus(Duration.ofHours(2))));
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
    }

    @Test
    void a_gate_of_a_release_is_approved_by_a_policy_of_the_hosts() {
        ReleasePolicy own = ReleasePolicy.STANDARD.approving(DORA_APPROVES);
        tell(runner, itsm -> assertThat(refusal(() -> askedAboutAGate(itsm))).contains("APPROVAL_POLICY"));
        tell(runner.withBean(ReleasePolicy.class, () -> own), itsm -> {
            askedAboutAGate(itsm);
            assertThat(asked(itsm, DORA)).isEqualTo(1);
        });
    }

    private void askedAboutAGate(Itsm itsm) {
        TicketId change = itsm.as(CORA)
                .changes()
                .open(OpenTicket.titled("New shop").touching("shop"))
                .id();
        Releases releases = itsm.as(CORA).releases();
        TicketId id = releases.openFor(change, OpenTicket.titled("Shop 4.2")).id();
        releases.plan(
                id,
                PlanRelease.of(
                        "4.2.0",
                        TargetEnvironment.test("staging").approvedBy("test data", "dora"),
                        TargetEnvironment.production("shop")));
        releases.beginBuild(id);
        releases.beginTest(id);
        releases.requestApproval(id, "staging");
    }

    @Test
    void an_item_is_hidden_from_whom_the_hosts_policy_shuts_out() {
        CmdbPolicy own = CmdbPolicy.STANDARD.restricting("document", Role.MANAGER);
        tell(runner, itsm -> assertThat(seenByBob(itsm)).isPresent());
        tell(
                runner.withBean(CmdbPolicy.class, () -> own),
                itsm -> assertThat(seenByBob(itsm)).isEmpty());
    }

    private Optional<ConfigurationItem> seenByBob(Itsm itsm) {
        Actor manager = Actor.of("acme", "mia", Role.MANAGER, CmdbPolicy.CONFIGURATION_MANAGER);
        String contract = itsm.as(manager)
                .configuration()
                .items()
                .register(RegisterItem.of("document", "The lease"))
                .id();
        assertThat(itsm.as(manager).configuration().items().find(contract)).isPresent();
        return itsm.as(Hosts.BOB).configuration().items().find(contract);
    }

    @Test
    void a_disposal_is_approved_by_whom_the_hosts_policy_names() {
        AssetPolicy own = AssetPolicy.STANDARD.approvedBy(DORA_APPROVES);
        tell(
                runner,
                itsm -> assertThat(refusal(() -> askedAboutADisposal(itsm))).contains("APPROVERS_UNKNOWN"));
        tell(runner.withBean(AssetPolicy.class, () -> own), itsm -> {
            askedAboutADisposal(itsm);
            assertThat(asked(itsm, DORA)).isEqualTo(1);
        });
    }

    private static void askedAboutADisposal(Itsm itsm) {
        Assets assets =
                itsm.as(Actor.of("acme", "anna", AssetLifecycle.ASSET_MANAGER)).assets();
        String id = assets.register(RegisterAsset.of("laptop", "Old")).id();
        assets.retire(id, EndUse.because("Five years old"));
        assets.askDisposal(id, AskDisposal.by(Disposal.Method.RECYCLING, "Beyond repair"));
    }

    @Test
    void parts_are_set_aside_as_long_as_the_hosts_policy_says_unless_a_customizer_says_otherwise() {
        ApplicationContextRunner three =
                runner.withBean(StockPolicy.class, () -> StockPolicy.STANDARD.reservingFor(Duration.ofDays(3)));
        tell(runner, itsm -> assertThat(reserved(itsm)).isEqualTo(Duration.ofDays(14)));
        tell(three, itsm -> assertThat(reserved(itsm)).isEqualTo(Duration.ofDays(3)));
        tell(
                three.withBean(
                        ItsmCustomizer.class,
                        () -> builder -> builder.stockPolicy(new StockPolicy(Duration.ofDays(1)))),
                itsm -> assertThat(reserved(itsm)).isEqualTo(Duration.ofDays(1)));
    }

    private static Duration reserved(Itsm itsm) {
        Stock stock = itsm.as(Actor.of("acme", "stan", Role.AGENT, StockDeclaration.STOREKEEPER))
                .stock();
        TicketId ticket = itsm.as(Hosts.BOB)
                .incidents()
                .open(OpenTicket.titled("Disk broken"))
                .id();
        String disk =
                stock.definePart(DefinePart.named("Disk 1 TB").coded("D-1000")).id();
        String cellar = stock.openStore(DefineStore.named("Cellar")).id();
        stock.receive(PartDelivery.of(disk, cellar, 10).costing(5_900, "EUR"));
        Reservation held = stock.reserve(ReserveParts.of(disk, cellar, 1, ticket.value()));
        return Duration.between(held.at(), held.until());
    }

    @Test
    void a_purchase_is_approved_by_whom_the_hosts_policy_names() {
        PurchasePolicy own = PurchasePolicy.STANDARD.approvedBy(DORA_APPROVES);
        tell(runner, itsm -> assertThat(refusal(() -> askedForCables(itsm))).contains("APPROVERS_UNKNOWN"));
        tell(runner.withBean(PurchasePolicy.class, () -> own), itsm -> {
            askedForCables(itsm);
            assertThat(asked(itsm, DORA)).isEqualTo(1);
        });
    }

    private static void askedForCables(Itsm itsm) {
        Purchases purchases = itsm.as(Actor.of("acme", "bea", Role.AGENT, PurchaseLifecycle.BUYER))
                .purchases();
        purchases.submit(purchases
                .open(
                        OpenTicket.titled("Cables"),
                        PlanPurchase.of(WantedLine.service("Lay cables", 1).at("100", "EUR"))
                                .paidBy("IT-4711", "2026 hardware"))
                .id());
    }

    private static long asked(Itsm itsm, Actor actor) {
        return itsm.as(actor).approvals().mine(PageRequest.all()).items().size();
    }

    private static Optional<String> refusal(ThrowingCallable work) {
        return Optional.ofNullable(catchThrowableOfType(ItsmException.class, work))
                .map(ItsmException::code);
    }
}
