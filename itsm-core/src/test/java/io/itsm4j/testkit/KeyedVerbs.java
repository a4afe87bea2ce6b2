package io.itsm4j.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.Delegate;
import io.itsm4j.asset.AssetLifecycle;
import io.itsm4j.asset.LendAsset;
import io.itsm4j.asset.RegisterAsset;
import io.itsm4j.change.ChangeLifecycle;
import io.itsm4j.change.DeclareWindow;
import io.itsm4j.change.ProposeStandard;
import io.itsm4j.cmdb.CmdbPolicy;
import io.itsm4j.cmdb.RegisterItem;
import io.itsm4j.cmdb.Relate;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.MonitoringAlert;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.problem.OpenProblem;
import io.itsm4j.problem.ProblemOrigin;
import io.itsm4j.problem.Trend;
import io.itsm4j.purchase.ContractKind;
import io.itsm4j.purchase.DraftContract;
import io.itsm4j.purchase.PlanPurchase;
import io.itsm4j.purchase.PurchaseLifecycle;
import io.itsm4j.purchase.RegisterSupplier;
import io.itsm4j.purchase.RenewContract;
import io.itsm4j.purchase.WantedLine;
import io.itsm4j.request.CatalogueItem;
import io.itsm4j.request.CatalogueService;
import io.itsm4j.request.OrderLine;
import io.itsm4j.request.PlaceOrder;
import io.itsm4j.request.ServiceCategory;
import io.itsm4j.request.Wording;
import io.itsm4j.stock.DefinePart;
import io.itsm4j.stock.DefineStore;
import io.itsm4j.stock.PartDelivery;
import io.itsm4j.stock.PurchaseProposal;
import io.itsm4j.stock.ReserveParts;
import io.itsm4j.stock.SetLevels;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.ticket.AddComment;
import io.itsm4j.ticket.AddTask;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.AttachFile;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.LinkType;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.RequesterView;
import io.itsm4j.ticket.Split;
import io.itsm4j.ticket.Task;
import io.itsm4j.ticket.Ticket;
import io.itsm4j.ticket.TicketId;
import io.itsm4j.ticket.Tickets;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Verbs with what they say under a key and what they might say otherwise, one argument after the other. */
final class KeyedVerbs {

    static final CommandOptions KEY = CommandOptions.key("order-4711");

    private static final Instant LATER = Instant.parse("2026-03-09T09:00:00Z");

    /** Somebody who may do everything. */
    static final Actor OLGA = Actor.of(
                    "acme",
                    "olga",
                    Role.AGENT,
                    Role.MANAGER,
                    Role.MONITOR,
                    Role.PROBLEM_MANAGER,
                    Role.RELEASE_MANAGER,
                    Role.CHANGE_MANAGER,
                    Role.CATALOGUE_MANAGER,
                    ChangeLifecycle.EMERGENCY_IMPLEMENTER,
                    CmdbPolicy.CONFIGURATION_MANAGER,
                    AssetLifecycle.ASSET_MANAGER,
                    PurchaseLifecycle.BUYER,
                    PurchaseLifecycle.STOREKEEPER)
            .inGroups("desk");

    private KeyedVerbs() {}

    /**
     * A verb, ready to be sent.
     *
     * @param said sends it
     * @param otherwise sends it with another argument
     */
    record Sent(Supplier<?> said, Supplier<?> otherwise) {}

    /**
     * A verb.
     *
     * @param name what is said otherwise
     * @param ready makes what the verb is about
     */
    record Keyed(String name, Function<Itsm, Sent> ready) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Keyed verb(String name, Function<Itsm, Sent> ready) {
        return new Keyed(name, ready);
    }

    private static Sent sent(Supplier<?> said, Supplier<?> otherwise) {
        return new Sent(said, otherwise);
    }

    static Stream<Keyed> all() {
        return Stream.of(
                        opened(), edited(), linked(), attached(), reported(), practised(), changed(), kept(), counted())
                .flatMap(List::stream);
    }

    private static Tickets<Incident> desk(Itsm itsm) {
        return itsm.as(OLGA).incidents().tickets();
    }

    private static TicketId ticket(Itsm itsm, String title) {
        return desk(itsm).open(OpenTicket.titled(title).requestedBy("olga")).id();
    }

    private static List<Keyed> opened() {
        OpenTicket input = OpenTicket.titled("Printer");
        return List.of(
                verb("open: input", itsm -> {
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(() -> keyed.open(input), () -> keyed.open(OpenTicket.titled("Scanner")));
                }),
                verb("raise: origin", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "One");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.raise(one, LinkType.RELATED_TO, input, draft -> {}),
                            () -> keyed.raise(two, LinkType.RELATED_TO, input, draft -> {}));
                }),
                verb("raise: how", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.raise(one, LinkType.RELATED_TO, input, draft -> {}),
                            () -> keyed.raise(one, LinkType.BLOCKED_BY, input, draft -> {}));
                }),
                verb("a verb of the host: what its effect takes", itsm -> {
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    Function<String, Ticket<Incident>> noted =
                            word -> keyed.keyedBy(io.itsm4j.ticket.StandardActions.OPEN, input, word)
                                    .open(input, draft -> draft.note("word", word));
                    return sent(() -> noted.apply("one"), () -> noted.apply("two"));
                }));
    }

    private static List<Keyed> edited() {
        return List.of(
                verb("comment: text", itsm -> {
                    TicketId id = ticket(itsm, "One");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.comment(id, AddComment.publicly("soon")),
                            () -> keyed.comment(id, AddComment.publicly("later")));
                }),
                verb("comment: ticket", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "One");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.comment(one, AddComment.publicly("soon")),
                            () -> keyed.comment(two, AddComment.publicly("soon")));
                }),
                verb("changeTask: state", itsm -> {
                    TicketId id = ticket(itsm, "One");
                    List<String> tasks = tasks(itsm, id);
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.changeTask(id, tasks.get(0), Task.State.IN_PROGRESS),
                            () -> keyed.changeTask(id, tasks.get(0), Task.State.DONE));
                }),
                verb("changeTask: task", itsm -> {
                    TicketId id = ticket(itsm, "One");
                    List<String> tasks = tasks(itsm, id);
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.changeTask(id, tasks.get(0), Task.State.DONE),
                            () -> keyed.changeTask(id, tasks.get(1), Task.State.DONE));
                }),
                verb("assignTask: task", itsm -> {
                    TicketId id = ticket(itsm, "One");
                    List<String> tasks = tasks(itsm, id);
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.assignTask(id, tasks.get(0), Assign.toGroup("network")),
                            () -> keyed.assignTask(id, tasks.get(1), Assign.toGroup("network")));
                }),
                verb("act: reason", itsm -> {
                    TicketId id = ticket(itsm, "One");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.act(id, io.itsm4j.incident.IncidentLifecycle.CANCEL, "mine"),
                            () -> keyed.act(id, io.itsm4j.incident.IncidentLifecycle.CANCEL, "yours"));
                }),
                verb("resolve: notes", itsm -> {
                    TicketId id = ticket(itsm, "One");
                    var keyed = itsm.as(OLGA).incidents().with(KEY);
                    return sent(
                            () -> keyed.resolve(id, ResolveIncident.with("FIXED", "paper")),
                            () -> keyed.resolve(id, ResolveIncident.with("FIXED", "toner")));
                }));
    }

    private static List<String> tasks(Itsm itsm, TicketId id) {
        desk(itsm).addTask(id, AddTask.titled("first"));
        desk(itsm).addTask(id, AddTask.titled("second"));
        return desk(itsm).tasks(id, PageRequest.all()).items().stream()
                .map(Task::id)
                .toList();
    }

    private static List<Keyed> linked() {
        return List.of(
                verb("link: other", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "Two");
                    TicketId three = ticket(itsm, "Three");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.link(one, LinkType.RELATED_TO, two),
                            () -> keyed.link(one, LinkType.RELATED_TO, three));
                }),
                verb("link: how", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "Two");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.link(one, LinkType.RELATED_TO, two),
                            () -> keyed.link(one, LinkType.BLOCKED_BY, two));
                }),
                verb("link: direction", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "Two");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.link(one, LinkType.BLOCKED_BY, two),
                            () -> keyed.linkFrom(one, LinkType.BLOCKED_BY, two));
                }),
                verb("linkFrom: other", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "Two");
                    TicketId three = ticket(itsm, "Three");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.linkFrom(one, LinkType.BLOCKED_BY, two),
                            () -> keyed.linkFrom(one, LinkType.BLOCKED_BY, three));
                }),
                verb("linkFrom: how", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "Two");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.linkFrom(one, LinkType.BLOCKED_BY, two),
                            () -> keyed.linkFrom(one, LinkType.CAUSED_BY, two));
                }),
                verb("unlink: other", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "Two");
                    TicketId three = ticket(itsm, "Three");
                    desk(itsm).link(one, LinkType.RELATED_TO, two);
                    desk(itsm).link(one, LinkType.RELATED_TO, three);
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.unlink(one, LinkType.RELATED_TO, two),
                            () -> keyed.unlink(one, LinkType.RELATED_TO, three));
                }),
                verb("unlink: how", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "Two");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.unlink(one, LinkType.RELATED_TO, two),
                            () -> keyed.unlink(one, LinkType.BLOCKED_BY, two));
                }),
                verb("placeUnder: parent", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "Two");
                    TicketId three = ticket(itsm, "Three");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(() -> keyed.placeUnder(one, two), () -> keyed.placeUnder(one, three));
                }),
                verb("placeUnder: none", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "Two");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(() -> keyed.placeUnder(one, null), () -> keyed.placeUnder(one, two));
                }),
                verb("merge: into", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "Two");
                    TicketId three = ticket(itsm, "Three");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(() -> keyed.merge(one, two), () -> keyed.merge(one, three));
                }),
                verb("split: title", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.split(one, new Split("a", null)), () -> keyed.split(one, new Split("b", null)));
                }),
                verb("followUp: title", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    itsm.as(OLGA).incidents().resolve(one, ResolveIncident.with("FIXED", "paper"));
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.followUp(one, new Split("a", null)),
                            () -> keyed.followUp(one, new Split("b", null)));
                }));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static List<Keyed> attached() {
        AttachFile log = AttachFile.named("log.txt", "text/plain");
        return List.of(
                verb("attach: bytes", itsm -> {
                    TicketId id = ticket(itsm, "One");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(() -> keyed.attach(id, log, bytes("one")), () -> keyed.attach(id, log, bytes("two")));
                }),
                verb("attach: name", itsm -> {
                    TicketId id = ticket(itsm, "One");
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.attach(id, log, bytes("one")),
                            () -> keyed.attach(id, AttachFile.named("log2.txt", "text/plain"), bytes("one")));
                }),
                verb("detach: attachment", itsm -> {
                    TicketId id = ticket(itsm, "One");
                    desk(itsm).attach(id, log, bytes("one"));
                    desk(itsm).attach(id, log, bytes("two"));
                    var files = desk(itsm).attachments(id, PageRequest.all()).items();
                    Tickets<Incident> keyed = desk(itsm).with(KEY);
                    return sent(
                            () -> keyed.detach(id, files.get(0).id()),
                            () -> keyed.detach(id, files.get(1).id()));
                }),
                verb("portal attach: bytes", itsm -> {
                    TicketId id = ticket(itsm, "One");
                    var keyed = itsm.as(OLGA).portal().with(KEY);
                    return sent(
                            () -> keyed.attach(id, "a.txt", null, bytes("one")),
                            () -> keyed.attach(id, "a.txt", null, bytes("two")));
                }));
    }

    private static List<Keyed> reported() {
        return List.of(
                verb("portal comment: text", itsm -> {
                    TicketId id = ticket(itsm, "One");
                    var keyed = itsm.as(OLGA).portal().with(KEY);
                    return sent(() -> keyed.comment(id, "still broken"), () -> keyed.comment(id, "works now"));
                }),
                verb("portal comment: ticket", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "One");
                    var keyed = itsm.as(OLGA).portal().with(KEY);
                    return sent(() -> keyed.comment(one, "broken"), () -> keyed.comment(two, "broken"));
                }),
                verb("alert: key", itsm -> {
                    var keyed = itsm.as(OLGA).incidents().with(KEY);
                    return sent(
                            () -> keyed.alert(MonitoringAlert.firing("probe", "disk/1", "Disk full"))
                                    .orElseThrow(),
                            () -> keyed.alert(MonitoringAlert.firing("probe", "disk/2", "Disk full")));
                }),
                verb("alert: title", itsm -> {
                    var keyed = itsm.as(OLGA).incidents().with(KEY);
                    return sent(
                            () -> keyed.alert(MonitoringAlert.firing("probe", "disk/1", "Disk full"))
                                    .orElseThrow(),
                            () -> keyed.alert(MonitoringAlert.firing("probe", "disk/1", "Disk fuller")));
                }));
    }

    private static List<Keyed> practised() {
        return List.of(
                verb("problem open: origin", itsm -> {
                    var keyed = itsm.as(OLGA).problems().with(KEY);
                    OpenProblem input = OpenProblem.titled("Leak");
                    return sent(() -> keyed.open(input), () -> keyed.open(input.from(ProblemOrigin.TREND_ANALYSIS)));
                }),
                verb("problem openBehind: incident", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "One");
                    var keyed = itsm.as(OLGA).problems().with(KEY);
                    OpenProblem input = OpenProblem.titled(null);
                    return sent(() -> keyed.openBehind(one, input), () -> keyed.openBehind(two, input));
                }),
                verb("problem openBehind: symptoms", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    var keyed = itsm.as(OLGA).problems().with(KEY);
                    OpenProblem input = OpenProblem.titled(null);
                    return sent(
                            () -> keyed.openBehind(one, input), () -> keyed.openBehind(one, input.showing("smoke")));
                }),
                verb("problem propose: incidents", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "One");
                    var keyed = itsm.as(OLGA).problems().with(KEY);
                    return sent(() -> keyed.propose(trend(one), "Leak"), () -> keyed.propose(trend(one, two), "Leak"));
                }),
                verb("problem addIncident: incident", itsm -> {
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "Two");
                    TicketId id = itsm.as(OLGA)
                            .problems()
                            .open(OpenProblem.titled("Leak"))
                            .id();
                    var keyed = itsm.as(OLGA).problems().with(KEY);
                    return sent(() -> keyed.addIncident(id, one), () -> keyed.addIncident(id, two));
                }),
                verb("problem markDuplicate: original", itsm -> {
                    var problems = itsm.as(OLGA).problems();
                    TicketId one = problems.open(OpenProblem.titled("Leak")).id();
                    TicketId two = problems.open(OpenProblem.titled("Leak")).id();
                    TicketId three = problems.open(OpenProblem.titled("Leak")).id();
                    var keyed = problems.with(KEY);
                    return sent(() -> keyed.markDuplicate(three, one), () -> keyed.markDuplicate(three, two));
                }),
                verb("release add: change", itsm -> {
                    TicketId one = itsm.as(OLGA)
                            .changes()
                            .open(OpenTicket.titled("One"))
                            .id();
                    TicketId two = itsm.as(OLGA)
                            .changes()
                            .open(OpenTicket.titled("Two"))
                            .id();
                    TicketId id = itsm.as(OLGA)
                            .releases()
                            .open(OpenTicket.titled("1.0"))
                            .id();
                    var keyed = itsm.as(OLGA).releases().with(KEY);
                    return sent(() -> keyed.add(id, one), () -> keyed.add(id, two));
                }),
                verb("purchase open: plan", itsm -> {
                    var keyed = itsm.as(OLGA).purchases().with(KEY);
                    OpenTicket input = OpenTicket.titled("Cables");
                    return sent(() -> keyed.open(input, plan(1)), () -> keyed.open(input, plan(2)));
                }),
                verb("purchase openFor: currency", itsm -> {
                    String proposal = proposal(itsm);
                    var keyed = itsm.as(OLGA).purchases().with(KEY);
                    OpenTicket input = OpenTicket.titled("Disks");
                    return sent(
                            () -> keyed.openFor(proposal, "EUR", input), () -> keyed.openFor(proposal, "USD", input));
                }),
                verb("order: line", itsm -> {
                    catalogue(itsm);
                    var keyed = itsm.as(OLGA).requests().with(KEY);
                    return sent(
                            () -> keyed.place(PlaceOrder.of(OrderLine.of("account"))),
                            () -> keyed.place(PlaceOrder.of(OrderLine.of("account"), OrderLine.of("account"))));
                }));
    }

    private static Trend trend(TicketId... incidents) {
        Instant when = Instant.parse("2026-03-02T08:00:00Z");
        return new Trend(Trend.By.SYMPTOM, "leak", List.of(incidents), when, when, null);
    }

    private static PlanPurchase plan(long quantity) {
        return PlanPurchase.of(WantedLine.service("Set up on site", quantity).at("250", "EUR"));
    }

    private static String proposal(Itsm itsm) {
        var stock = itsm.as(OLGA).stock();
        String part = stock.definePart(DefinePart.named("Disk")).id();
        String store = stock.openStore(DefineStore.named("Cellar")).id();
        stock.setLevels(new SetLevels(part, store, 5, 5, 0));
        return stock.proposals(PageRequest.of(PurchaseProposal.STATE.is(PurchaseProposal.State.OPEN)))
                .items()
                .get(0)
                .id();
    }

    private static void catalogue(Itsm itsm) {
        var catalogue = itsm.as(OLGA).catalogue();
        Wording text = Wording.of("Workplace");
        catalogue.define(ServiceCategory.top("workplace", text));
        catalogue.define(CatalogueService.of("accounts", "workplace", text, text, text));
        catalogue.define(CatalogueItem.draft("account", "accounts", text));
        catalogue.activate("account");
    }

    private static List<Keyed> changed() {
        OpenTicket input = OpenTicket.titled("Add a disk");
        return List.of(
                verb("change open: kind", itsm -> {
                    var keyed = itsm.as(OLGA).changes().with(KEY);
                    return sent(() -> keyed.open(input), () -> keyed.openEmergency(input));
                }),
                verb("change openStandard: template", itsm -> {
                    String one = template(itsm, "one");
                    String two = template(itsm, "two");
                    var keyed = itsm.as(OLGA).changes().with(KEY);
                    return sent(() -> keyed.openStandard(one, input), () -> keyed.openStandard(two, input));
                }),
                verb("change openStandard: input", itsm -> {
                    String one = template(itsm, "one");
                    var keyed = itsm.as(OLGA).changes().with(KEY);
                    return sent(
                            () -> keyed.openStandard(one, input),
                            () -> keyed.openStandard(one, input.requestedBy("alice")));
                }),
                verb("change openFor: problem", itsm -> {
                    TicketId one = itsm.as(OLGA)
                            .problems()
                            .open(OpenProblem.titled("Leak"))
                            .id();
                    TicketId two = itsm.as(OLGA)
                            .problems()
                            .open(OpenProblem.titled("Leak"))
                            .id();
                    var keyed = itsm.as(OLGA).changes().with(KEY);
                    return sent(() -> keyed.openFor(one, input), () -> keyed.openFor(two, input));
                }),
                verb("change window: name", itsm -> {
                    var keyed = itsm.as(OLGA).changes().with(KEY).calendar();
                    return sent(
                            () -> keyed.declare(DeclareWindow.freeze("Easter", LATER, LATER.plusSeconds(60))),
                            () -> keyed.declare(DeclareWindow.freeze("Whitsun", LATER, LATER.plusSeconds(60))));
                }),
                verb("change template: name", itsm -> {
                    var keyed = itsm.as(OLGA).changes().with(KEY).standards();
                    return sent(
                            () -> keyed.propose(
                                    ProposeStandard.named("one", "One", "why").doing("a", "b", "c")),
                            () -> keyed.propose(
                                    ProposeStandard.named("two", "One", "why").doing("a", "b", "c")));
                }));
    }

    private static String template(Itsm itsm, String name) {
        Actor other = Actor.of("acme", "cora", Role.AGENT, Role.CHANGE_MANAGER);
        var standards = itsm.as(other).changes().standards();
        String id = standards
                .propose(ProposeStandard.named(name, "Add a disk", "disks fill up")
                        .doing("add", "test", "take out"))
                .id();
        itsm.as(OLGA).changes().standards().authorise(id);
        return id;
    }

    private static List<Keyed> kept() {
        return List.of(
                verb("category removed, service retired", itsm -> {
                    catalogue(itsm);
                    var catalogue = itsm.as(OLGA).catalogue();
                    catalogue.define(ServiceCategory.top("accounts", Wording.of("Accounts")));
                    catalogue.retire("account");
                    var keyed = catalogue.with(KEY);
                    return sent(
                            () -> {
                                keyed.removeCategory("accounts");
                                return "";
                            },
                            () -> keyed.retireService("accounts"));
                }),
                verb("item retired: key", itsm -> {
                    catalogue(itsm);
                    var catalogue = itsm.as(OLGA).catalogue();
                    catalogue.define(CatalogueItem.draft("other", "accounts", Wording.of("Other")));
                    var keyed = catalogue.with(KEY);
                    return sent(() -> keyed.retire("account"), () -> keyed.retire("other"));
                }),
                verb("delegate: person", itsm -> {
                    var keyed = itsm.as(OLGA).approvals().with(KEY);
                    return sent(
                            () -> keyed.delegate(Delegate.to("bob", LATER, LATER.plusSeconds(60))),
                            () -> keyed.delegate(Delegate.to("carol", LATER, LATER.plusSeconds(60))));
                }),
                verb("supplier archived, suspended", itsm -> {
                    String id = supplier(itsm);
                    var keyed = itsm.as(OLGA).suppliers().with(KEY);
                    return sent(() -> keyed.suspend(id, "slow"), () -> keyed.archive(id, "slow"));
                }),
                verb("contract renewed: which", itsm -> {
                    String one = contract(itsm);
                    String two = contract(itsm);
                    var keyed = itsm.as(OLGA).contracts().with(KEY);
                    RenewContract again = RenewContract.unchanged();
                    return sent(() -> keyed.renew(one, again), () -> keyed.renew(two, again));
                }),
                verb("relate: to", itsm -> {
                    String one = server(itsm, "one");
                    String two = server(itsm, "two");
                    String web = application(itsm);
                    var keyed = itsm.as(OLGA).configuration().relations().with(KEY);
                    return sent(
                            () -> keyed.relate(Relate.of(web, "runs-on", one)),
                            () -> keyed.relate(Relate.of(web, "runs-on", two)));
                }),
                verb("lock: keys", itsm -> {
                    String one = server(itsm, "one");
                    var keyed = itsm.as(OLGA).configuration().items().with(KEY);
                    return sent(() -> keyed.lock(one, true, "host_name"), () -> keyed.lock(one, false, "host_name"));
                }),
                verb("regroup: needed", itsm -> {
                    String web = group(itsm);
                    var keyed = itsm.as(OLGA).configuration().relations().with(KEY);
                    return sent(() -> keyed.regroup(web, "web", 2), () -> keyed.regroup(web, "web", 1));
                }));
    }

    private static String supplier(Itsm itsm) {
        return itsm.as(OLGA)
                .suppliers()
                .register(RegisterSupplier.named("Office World"))
                .id();
    }

    private static String contract(Itsm itsm) {
        String supplier = itsm.as(OLGA).suppliers().page(PageRequest.all()).items().stream()
                .map(io.itsm4j.purchase.Supplier::id)
                .findFirst()
                .orElseGet(() -> supplier(itsm));
        var contracts = itsm.as(OLGA).contracts();
        return contracts
                .activate(contracts
                        .draft(DraftContract.with(supplier, ContractKind.MAINTENANCE, "Printers")
                                .valid(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z")))
                        .id())
                .id();
    }

    private static String server(Itsm itsm, String name) {
        return itsm.as(OLGA)
                .configuration()
                .items()
                .register(RegisterItem.of("server", name).with("host_name", name))
                .id();
    }

    private static String application(Itsm itsm) {
        return itsm.as(OLGA)
                .configuration()
                .items()
                .register(RegisterItem.of("application", "web").environment("production"))
                .id();
    }

    /** An application that rests on one of two servers. */
    static String group(Itsm itsm) {
        String web = application(itsm);
        var relations = itsm.as(OLGA).configuration().relations();
        relations.relate(Relate.of(web, "runs-on", server(itsm, "one")).redundantly("web", 1));
        relations.relate(Relate.of(web, "runs-on", server(itsm, "two")).redundantly("web", 1));
        return web;
    }

    private static List<Keyed> counted() {
        return List.of(
                verb("asset attach: accessory", itsm -> {
                    var assets = itsm.as(OLGA).assets();
                    String main =
                            assets.register(RegisterAsset.of("laptop", "A")).id();
                    String one = assets.register(RegisterAsset.of("mouse", "B")).id();
                    String two = assets.register(RegisterAsset.of("mouse", "C")).id();
                    var keyed = assets.with(KEY);
                    return sent(() -> keyed.attach(main, one), () -> keyed.attach(main, two));
                }),
                verb("asset extendLoan: until", itsm -> {
                    var assets = itsm.as(OLGA).assets();
                    String id = assets.register(RegisterAsset.of("laptop", "A")).id();
                    assets.lend(id, LendAsset.to("alice", LATER));
                    var keyed = assets.with(KEY);
                    return sent(
                            () -> keyed.extendLoan(id, LATER.plus(Duration.ofDays(1))),
                            () -> keyed.extendLoan(id, LATER.plus(Duration.ofDays(2))));
                }),
                verb("stock receive: quantity", itsm -> {
                    var stock = itsm.as(OLGA).stock();
                    String part = stock.definePart(DefinePart.named("Disk")).id();
                    String store = stock.openStore(DefineStore.named("Cellar")).id();
                    var keyed = stock.with(KEY);
                    return sent(
                            () -> keyed.receive(PartDelivery.of(part, store, 2)),
                            () -> keyed.receive(PartDelivery.of(part, store, 3)));
                }),
                verb("stock reserve: ticket", itsm -> {
                    var stock = itsm.as(OLGA).stock();
                    String part = stock.definePart(DefinePart.named("Disk")).id();
                    String store = stock.openStore(DefineStore.named("Cellar")).id();
                    stock.receive(PartDelivery.of(part, store, 9));
                    TicketId one = ticket(itsm, "One");
                    TicketId two = ticket(itsm, "Two");
                    var keyed = stock.with(KEY);
                    return sent(
                            () -> keyed.reserve(ReserveParts.of(part, store, 2, one.value())),
                            () -> keyed.reserve(ReserveParts.of(part, store, 2, two.value())));
                }));
    }

    /** The id of what a verb returned, as far as it has one. */
    static Object idOf(Object result) {
        if (result instanceof Ticket<?> ticket) {
            return ticket.id();
        }
        return result instanceof RequesterView view ? view.id() : result;
    }
}
