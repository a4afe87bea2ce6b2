package io.itsm4j;

import io.itsm4j.actor.AccessPolicy;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Directory;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.approval.Approvable;
import io.itsm4j.approval.Approvables;
import io.itsm4j.approval.Approvals;
import io.itsm4j.asset.AssetDeclaration;
import io.itsm4j.asset.AssetPolicy;
import io.itsm4j.change.Change;
import io.itsm4j.change.ChangePolicy;
import io.itsm4j.change.ChangePorts;
import io.itsm4j.change.Changes;
import io.itsm4j.change.CoveringChanges;
import io.itsm4j.cmdb.ApprovedChanges;
import io.itsm4j.cmdb.Cmdb;
import io.itsm4j.cmdb.CmdbPolicy;
import io.itsm4j.cmdb.HostItems;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentPolicy;
import io.itsm4j.incident.Incidents;
import io.itsm4j.journal.Anchor;
import io.itsm4j.journal.AnchorSink;
import io.itsm4j.journal.DeliveryReport;
import io.itsm4j.journal.EventListener;
import io.itsm4j.journal.EventSink;
import io.itsm4j.journal.IdSource;
import io.itsm4j.journal.Outbox;
import io.itsm4j.journal.Verification;
import io.itsm4j.lifecycle.StateMap;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.problem.Problem;
import io.itsm4j.problem.ProblemPolicy;
import io.itsm4j.problem.Problems;
import io.itsm4j.purchase.Procurement;
import io.itsm4j.purchase.Purchase;
import io.itsm4j.purchase.PurchasePolicy;
import io.itsm4j.purchase.PurchasePorts;
import io.itsm4j.release.DeploymentRun;
import io.itsm4j.release.Release;
import io.itsm4j.release.ReleaseConfiguration;
import io.itsm4j.release.ReleasePolicy;
import io.itsm4j.release.Releases;
import io.itsm4j.request.Order;
import io.itsm4j.request.Request;
import io.itsm4j.request.RequestPolicy;
import io.itsm4j.request.Requests;
import io.itsm4j.sla.ClockKeeper;
import io.itsm4j.sla.HandlerSink;
import io.itsm4j.sla.ServiceHours;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.sla.ThresholdHandler;
import io.itsm4j.sla.Waiver;
import io.itsm4j.stock.StockDeclaration;
import io.itsm4j.stock.StockPolicy;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Store;
import io.itsm4j.ticket.AttachmentStore;
import io.itsm4j.ticket.Definitions;
import io.itsm4j.ticket.DueReport;
import io.itsm4j.ticket.DueWork;
import io.itsm4j.ticket.Engine;
import io.itsm4j.ticket.Kinds;
import io.itsm4j.ticket.Migration;
import io.itsm4j.ticket.Notifier;
import io.itsm4j.ticket.NotifyingSink;
import io.itsm4j.ticket.RecordType;
import io.itsm4j.ticket.Records;
import io.itsm4j.ticket.StateCheck;
import io.itsm4j.ticket.StoredDefinition;
import io.itsm4j.ticket.TicketType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The entry point: IT service management inside this application. Thread-safe; make one and keep it.
 *
 * <p>{@code itsm.as(actor)} gives a light session that acts for somebody. What is due or waiting for delivery is
 * pulled: call {@link #processDue} and {@link #deliver} from the host's own scheduler; the library starts no thread.
 */
public final class Itsm implements AutoCloseable {

    private final Store store;
    private final Engine engine;
    private final TicketType<Incident> incidentType;
    private final IncidentPolicy incidentPolicy;
    private final ClockKeeper keeper;
    private final Approvables approvables;
    private final Changes.Declaration changes;
    private final TicketType<Problem> problemType;
    private final TicketType<Request> requestType;
    private final TicketType<Release> releaseType;
    private final ReleasePolicy releasePolicy;
    private final Procurement procurement;
    private final Cmdb cmdb;
    private final AssetDeclaration assets;
    private final StockDeclaration stock;
    private final DueWork due;
    private final Records records;
    private final @Nullable Outbox outbox;
    private final @Nullable AnchorSink anchors;

    private Itsm(Builder builder) {
        this.store = builder.store;
        this.incidentPolicy = builder.incidentPolicy;
        this.incidentType = builder.incidents.apply(Incidents.type(builder.incidentPolicy));
        this.problemType = builder.problems.apply(Problems.type(builder.problemPolicy));
        this.requestType = builder.requests.apply(Requests.type(builder.requestPolicy));
        this.releasePolicy = builder.releasePolicy;
        this.cmdb = new Cmdb(
                builder.cmdbPolicy,
                builder.hostItems,
                builder.approvedChanges,
                (ledger, services) -> ItsmConfiguration.agreements(keeper(), ledger, services));
        this.assets = new AssetDeclaration(builder.assetPolicy);
        this.stock = new StockDeclaration(builder.stockPolicy);
        ItsmConfiguration configuration = new ItsmConfiguration(cmdb, this::engine);
        this.releaseType = builder.releases.apply(Releases.type(
                builder.releasePolicy,
                builder.releaseConfiguration == null ? configuration : builder.releaseConfiguration));
        ItsmDeliveries deliveries = new ItsmDeliveries(assets.intake(), stock.intake());
        PurchasePorts purchasePorts = builder.purchasePorts == null
                ? PurchasePorts.NONE.receiving(deliveries).proposing(deliveries)
                : builder.purchasePorts;
        this.procurement = new Procurement(builder.purchasePolicy, purchasePorts, builder.purchases);
        this.anchors = builder.anchors;
        List<TicketType<?>> types = new ArrayList<>(builder.types);
        types.add(incidentType);
        ChangePorts ports = builder.changePorts == null
                ? ChangePorts.NONE.depending(configuration).editing(configuration)
                : builder.changePorts;
        this.changes = new Changes.Declaration(
                builder.changePolicy, ports, new ItsmFollowUps(problemType, incidentType), builder.changes);
        types.add(changes.type());
        types.addAll(List.of(problemType, requestType, releaseType, procurement.type()));
        boolean delivers = builder.sink != null || builder.notifier != null || !builder.handlers.isEmpty();
        types.forEach(type -> store.declare(type.name(), type.detailsClass(), type.blank()));
        List<RecordType<?>> kept = new ArrayList<>(builder.kept);
        kept.add(StoredDefinition.TYPE);
        kept.add(Waiver.TYPE);
        kept.add(Order.TYPE);
        kept.addAll(cmdb.types());
        kept.add(assets.type());
        kept.addAll(stock.types());
        kept.addAll(procurement.records());
        List<RecordKind<?>> kinds = new ArrayList<>(Kinds.ALL);
        List<Approvable<?>> approvable = new ArrayList<>(builder.approvables);
        approvable.add(changes.approvable());
        approvable.add(Requests.approvable(requestType));
        approvable.add(assets.approvable());
        approvable.add(procurement.approvable());
        approvable.add(Releases.approvable(releaseType));
        this.approvables = new Approvables(approvable);
        kept.add(approvables.type());
        kept.add(Approvals.delegationType());
        kinds.addAll(Approvals.KINDS);
        kept.addAll(Changes.RECORDS);
        kinds.addAll(Changes.KINDS);
        builder.kept.forEach(type -> kinds.add(type.kind()));
        kinds.add(SlaClock.KIND);
        kinds.add(Waiver.KIND);
        kinds.addAll(builder.rows);
        kinds.addAll(List.of(Order.KIND, DeploymentRun.KIND));
        cmdb.types().forEach(type -> kinds.add(type.kind()));
        kinds.addAll(cmdb.rows());
        kinds.add(assets.type().kind());
        kinds.addAll(stock.kinds());
        kinds.addAll(Procurement.KINDS);
        store.open(kinds);
        this.keeper = new ClockKeeper(
                builder.clock, builder.serviceHours, List.of(changes.owedApproval()), builder.handlers.keySet());
        this.engine = new Engine(
                new Engine.Parts(
                        store,
                        builder.clock,
                        builder.ids,
                        builder.directory,
                        builder.policy,
                        builder.definitions,
                        List.copyOf(builder.listeners),
                        delivers,
                        builder.meters,
                        builder.observations,
                        builder.numberBlock,
                        builder.attachments,
                        builder.attachmentLimit),
                types,
                kept,
                keeper,
                Approvals::restricted);
        builder.migrations.forEach(
                pair -> Migration.of(engine, pair.getKey(), pair.getValue()).run());
        StateCheck.of(engine);
        this.due = new DueWork(engine);
        this.records = new Records(engine);
        this.outbox = delivers
                ? new Outbox(
                        store,
                        builder.clock,
                        new HandlerSink(
                                builder.handlers,
                                NotifyingSink.of(engine, builder.sink, builder.notifier, Approvals.audiences())),
                        builder.meters)
                : null;
    }

    private ClockKeeper keeper() {
        return keeper;
    }

    private Engine engine() {
        return engine;
    }

    /** A fresh one in memory, with the system clock; for trying out and for tests. */
    public static Itsm inMemory() {
        return builder().build();
    }

    /** Begins to build one; without a word more it keeps everything in memory. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A session for somebody.
     *
     * @param actor who acts; never null
     * @return a light session; make one whenever needed
     * @throws NotPermitted with {@code ACTOR_REQUIRED} when there is no actor or it claims, by role or by id, to be the
     *     system
     */
    public ItsmSession as(@Nullable Actor actor) {
        if (actor == null || actor.is(Role.SYSTEM) || actor.id().equals(PersonId.SYSTEM)) {
            throw new NotPermitted("ACTOR_REQUIRED", Map.of());
        }
        return new ItsmSession(
                engine,
                new ItsmSession.Practices(
                        incidentType,
                        incidentPolicy,
                        keeper,
                        approvables,
                        changes,
                        problemType,
                        requestType,
                        releaseType,
                        releasePolicy,
                        cmdb,
                        assets,
                        stock,
                        procurement),
                actor);
    }

    /**
     * Runs work in one transaction: the caller's when there is one, else one of its own that commits when the work
     * returns and rolls back when it throws.
     */
    public <T> T inTransaction(Supplier<T> work) {
        return store.inTransaction(unit -> work.get());
    }

    /**
     * Does what is due, across tenants, each item in a transaction of its own; safe on any number of nodes.
     *
     * @param limit the most items, 1 to 10,000
     * @return what was done; call again while {@link DueReport#more()}
     * @throws ItsmException when the store does not answer, or when more than 1,000 tickets can be neither carried out
     *     nor set aside
     */
    public DueReport processDue(int limit) {
        return due.process(limit);
    }

    /**
     * Hands waiting events to the sink and the notifier, in order per record, at least once; safe on any number of
     * nodes. Call it outside a transaction.
     *
     * @param limit the most events, 1 to 10,000
     * @throws RuleViolated with {@code NO_SINK} when neither a sink nor a notifier was given
     */
    public DeliveryReport deliver(int limit) {
        return outbox().deliver(limit);
    }

    /**
     * The events that wait or were given up.
     *
     * @throws RuleViolated with {@code NO_SINK} when neither a sink nor a notifier was given
     */
    public Outbox outbox() {
        if (outbox == null) {
            throw new RuleViolated("NO_SINK", Map.of());
        }
        return outbox;
    }

    /** Checks every journal chain of a tenant against its records. */
    public Verification verify(TenantId tenant) {
        return records.verify(tenant);
    }

    /**
     * Seals all record heads of a tenant and hands the anchor to the sink.
     *
     * @throws RuleViolated with {@code NO_SINK} when there is no anchor sink
     */
    public Anchor anchor(TenantId tenant) {
        if (anchors == null) {
            throw new RuleViolated("NO_SINK", Map.of());
        }
        Anchor anchor = records.anchor(tenant);
        try {
            anchors.accept(anchor);
        } catch (RuntimeException hosts) {
            throw new HostFault("HOST_ANCHOR", Map.of("cause", hosts.toString()), hosts);
        }
        return anchor;
    }

    /**
     * Erases a person: everywhere their id becomes a pseudonym and their words are blanked, in the journal value and
     * salt are removed so that every chain still verifies.
     *
     * @return how many records were changed
     */
    public long erase(TenantId tenant, PersonId person) {
        return records.erase(tenant, person);
    }

    /** Deletes attachment bytes older than a day that no ticket refers to; returns how many. */
    public long sweepAttachments() {
        return records.sweepAttachments();
    }

    /**
     * The migration of a type's open tickets to the present version of its lifecycle; {@code plan()} counts,
     * {@code run()} moves. Ended tickets are moved when asked for.
     *
     * @param type the name of the type
     * @param map where tickets of the old version go
     * @throws RuleViolated with {@code TYPE_UNKNOWN}, or with {@code MIGRATION_LIFECYCLE} when the map does not lead to
     *     the present version of the type's lifecycle
     */
    public Migration migration(String type, StateMap map) {
        return Migration.of(engine, type, map);
    }

    /** The types of ticket it knows, the library's and the host's, by name. */
    public List<TicketType<?>> types() {
        return engine.known();
    }

    /** The type of changes, as configured. */
    public TicketType<Change> changeType() {
        return changes.type();
    }

    /** The type of incidents, as configured. */
    public TicketType<Incident> incidentType() {
        return incidentType;
    }

    /** The type of problems, as configured. */
    public TicketType<Problem> problemType() {
        return problemType;
    }

    /** The type of requests, as configured. */
    public TicketType<Request> requestType() {
        return requestType;
    }

    /** The type of releases, as configured. */
    public TicketType<Release> releaseType() {
        return releaseType;
    }

    /** The type of purchases, as configured. */
    public TicketType<Purchase> purchaseType() {
        return procurement.type();
    }

    /** Releases what the store itself opened, and measures no more. */
    @Override
    public void close() {
        due.close();
        store.close();
    }

    /** Collects what an {@link Itsm} is made of. */
    public static final class Builder {

        private Store store = new MemoryStore();
        private InstantSource clock = Clock.systemUTC();
        private IdSource ids = IdSource.secure();
        private Directory directory = Directory.none();
        private AccessPolicy policy = AccessPolicy.declared();
        private Definitions definitions = Definitions.none();
        private IncidentPolicy incidentPolicy = IncidentPolicy.STANDARD;
        private java.util.function.UnaryOperator<TicketType<Incident>> incidents = type -> type;
        private java.util.function.UnaryOperator<TicketType<Problem>> problems = type -> type;
        private java.util.function.UnaryOperator<TicketType<Request>> requests = type -> type;
        private java.util.function.UnaryOperator<TicketType<Release>> releases = type -> type;
        private ProblemPolicy problemPolicy = ProblemPolicy.STANDARD;
        private RequestPolicy requestPolicy = RequestPolicy.STANDARD;
        private ReleasePolicy releasePolicy = ReleasePolicy.STANDARD;
        private @Nullable ReleaseConfiguration releaseConfiguration;
        private PurchasePolicy purchasePolicy = PurchasePolicy.STANDARD;
        private @Nullable PurchasePorts purchasePorts;
        private java.util.function.UnaryOperator<TicketType<Purchase>> purchases = type -> type;
        private final List<TicketType<?>> types = new ArrayList<>();
        private final List<RecordType<?>> kept = new ArrayList<>();
        private final List<Approvable<?>> approvables = new ArrayList<>();
        private ChangePolicy changePolicy = ChangePolicy.STANDARD;
        private @Nullable ChangePorts changePorts;
        private java.util.function.UnaryOperator<TicketType<Change>> changes = type -> type;
        private final List<HostItems> hostItems = new ArrayList<>();
        private CmdbPolicy cmdbPolicy = CmdbPolicy.STANDARD;
        private AssetPolicy assetPolicy = AssetPolicy.STANDARD;
        private StockPolicy stockPolicy = StockPolicy.STANDARD;
        private ApprovedChanges approvedChanges = CoveringChanges::covering;
        private final List<RecordKind<?>> rows = new ArrayList<>();
        private final Map<String, ThresholdHandler> handlers = new java.util.HashMap<>();
        private ServiceHours serviceHours = ServiceHours.ofAgreements();
        private final List<Map.Entry<String, StateMap>> migrations = new ArrayList<>();
        private final List<EventListener> listeners = new ArrayList<>();
        private @Nullable EventSink sink;
        private @Nullable Notifier notifier;
        private @Nullable AnchorSink anchors;
        private @Nullable AttachmentStore attachments;
        private long attachmentLimit = 25L * 1024 * 1024;
        private MeterRegistry meters = new SimpleMeterRegistry();
        private ObservationRegistry observations = ObservationRegistry.NOOP;
        private int numberBlock = 100;

        private Builder() {}

        /** Where records are kept. */
        public Builder store(Store adapter) {
            store = adapter;
            return this;
        }

        /** The clock; what it says is cut to microseconds. */
        public Builder clock(InstantSource source) {
            clock = source;
            return this;
        }

        /** Where ids and salts come from. */
        public Builder ids(IdSource source) {
            ids = source;
            return this;
        }

        /** The host's people and groups. */
        public Builder directory(Directory people) {
            directory = people;
            return this;
        }

        /** Who may do what. */
        public Builder policy(AccessPolicy rules) {
            policy = rules;
            return this;
        }

        /** Categories, routing and templates. */
        public Builder definitions(Definitions data) {
            definitions = data;
            return this;
        }

        /** How incidents are handled. */
        public Builder incidentPolicy(IncidentPolicy rules) {
            incidentPolicy = rules;
            return this;
        }

        /** Changes the type of incidents: matrix, custom fields, digits. */
        public Builder incidents(java.util.function.UnaryOperator<TicketType<Incident>> change) {
            incidents = change;
            return this;
        }

        /** How problems are handled. */
        public Builder problemPolicy(ProblemPolicy rules) {
            problemPolicy = rules;
            return this;
        }

        /** Changes the type of problems: matrix, custom fields, digits. */
        public Builder problems(java.util.function.UnaryOperator<TicketType<Problem>> change) {
            problems = change;
            return this;
        }

        /** How requests are handled. */
        public Builder requestPolicy(RequestPolicy rules) {
            requestPolicy = rules;
            return this;
        }

        /** Changes the type of requests: matrix, custom fields, digits. */
        public Builder requests(java.util.function.UnaryOperator<TicketType<Request>> change) {
            requests = change;
            return this;
        }

        /** How releases are handled. */
        public Builder releasePolicy(ReleasePolicy rules) {
            releasePolicy = rules;
            return this;
        }

        /** Changes the type of releases: matrix, custom fields, digits. */
        public Builder releases(java.util.function.UnaryOperator<TicketType<Release>> change) {
            releases = change;
            return this;
        }

        /**
         * Where the configuration is kept that releases change; unless said otherwise the library's own items, of which
         * a baseline is taken before and after.
         */
        public Builder releaseConfiguration(ReleaseConfiguration port) {
            releaseConfiguration = port;
            return this;
        }

        /** How purchases and contracts are handled. */
        public Builder purchasePolicy(PurchasePolicy rules) {
            purchasePolicy = rules;
            return this;
        }

        /**
         * What purchases need from others: who makes assets and stock of what arrives, what the stock proposes. Unless
         * said otherwise the library's own assets and stock.
         */
        public Builder purchasePorts(PurchasePorts others) {
            purchasePorts = others;
            return this;
        }

        /** Changes the type of purchases: matrix, custom fields, digits. */
        public Builder purchases(java.util.function.UnaryOperator<TicketType<Purchase>> change) {
            purchases = change;
            return this;
        }

        /** Adds a type of ticket of the host's own. */
        public Builder type(TicketType<?> own) {
            types.add(own);
            return this;
        }

        /**
         * Adds a type of record of the host's own, kept beside the tickets.
         *
         * @param own the type; the store has to know its kind
         * @param rowsOfIt the kinds of the rows that belong to its records
         */
        public Builder records(RecordType<?> own, RecordKind<?>... rowsOfIt) {
            kept.add(own);
            rows.addAll(List.of(rowsOfIt));
            return this;
        }

        /**
         * Names a part of the host's that thresholds of service levels call; it is called when events are delivered.
         *
         * @param name the name that thresholds know it by
         */
        public Builder thresholdHandler(String name, ThresholdHandler handler) {
            handlers.put(name, handler);
            return this;
        }

        /** Whose service hours count for agreements that do not say it themselves. */
        public Builder serviceHours(ServiceHours hours) {
            serviceHours = hours;
            return this;
        }

        /** How changes are handled. */
        public Builder changePolicy(ChangePolicy rules) {
            changePolicy = rules;
            return this;
        }

        /**
         * What changes need from others: what depends on what, who applies planned edits, who reads rules. Unless said
         * otherwise the library's own configuration items answer for the first two, and windows come once.
         */
        public Builder changePorts(ChangePorts others) {
            changePorts = others;
            return this;
        }

        /** Changes the type of changes: matrix, custom fields, digits. */
        public Builder changes(java.util.function.UnaryOperator<TicketType<Change>> change) {
            changes = change;
            return this;
        }

        /** Adds something of the host's own that can be approved. */
        public Builder approvable(Approvable<?> own) {
            approvables.add(own);
            return this;
        }

        /**
         * Moves the open tickets of a type, before anything else is done, from an older version of its lifecycle to the
         * present one. Call it once for each older version; what was moved before is left alone, so the line may stay.
         *
         * @param type the name of the type
         * @param map where tickets of the older version go
         */
        public Builder migrate(String type, StateMap map) {
            migrations.add(Map.entry(type, map));
            return this;
        }

        /** How configuration management is handled. */
        public Builder cmdbPolicy(CmdbPolicy rules) {
            cmdbPolicy = rules;
            return this;
        }

        /** How assets are handled. */
        public Builder assetPolicy(AssetPolicy rules) {
            assetPolicy = rules;
            return this;
        }

        /** How stock is handled. */
        public Builder stockPolicy(StockPolicy rules) {
            stockPolicy = rules;
            return this;
        }

        /**
         * Says which changes were approved, so that audits find those that were not; unless said otherwise the
         * library's own changes, as {@link CoveringChanges} finds them.
         */
        public Builder approvedChanges(ApprovedChanges port) {
            approvedChanges = port;
            return this;
        }

        /** Lets things that the host keeps itself take part in the graph of configuration items. */
        public Builder hostItems(HostItems adapter) {
            hostItems.add(adapter);
            return this;
        }

        /** Adds a listener that hears events inside the transaction. */
        public Builder listener(EventListener listener) {
            listeners.add(listener);
            return this;
        }

        /** Where events go after the commit. */
        public Builder sink(EventSink receiver) {
            sink = receiver;
            return this;
        }

        /** Who tells people. */
        public Builder notifier(Notifier receiver) {
            notifier = receiver;
            return this;
        }

        /** Where anchors go. */
        public Builder anchors(AnchorSink receiver) {
            anchors = receiver;
            return this;
        }

        /** Where the bytes of attachments go, and the most bytes of one. */
        public Builder attachments(AttachmentStore bytes, long limit) {
            attachments = bytes;
            attachmentLimit = limit;
            return this;
        }

        /** Where measurements go. */
        public Builder meters(MeterRegistry registry) {
            meters = registry;
            return this;
        }

        /** Where observations go; nobody observes unless said otherwise. */
        public Builder observations(ObservationRegistry registry) {
            observations = registry;
            return this;
        }

        /** How many human numbers a node leases at a time, 1 to 100,000; 100 unless said otherwise. */
        public Builder numberBlock(int size) {
            if (size < 1 || size > 100_000) {
                throw new IllegalArgumentException("1 to 100,000 numbers, not " + size);
            }
            numberBlock = size;
            return this;
        }

        /**
         * Makes it.
         *
         * @throws StoreUnavailable when the store is not fit
         * @throws RuleViolated with {@code LIFECYCLE_STATES} when open tickets stand in states that no lifecycle has,
         *     with {@code TYPE_UNDECLARED} when tickets of types that are not declared are open or have something due,
         *     with {@code MIGRATION_LIFECYCLE} or {@code MIGRATION_STATES} when a migration does not fit
         */
        public Itsm build() {
            return new Itsm(this);
        }
    }
}
