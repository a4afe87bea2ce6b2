package io.itsm4j.cmdb;

import io.itsm4j.HostFault;
import io.itsm4j.ItsmException;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.Acting;
import io.itsm4j.ticket.Defined;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Engine;
import io.itsm4j.ticket.Impact;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.RecordType;
import io.itsm4j.ticket.Registry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Configuration management as one application uses it: its policy, what the host brings in, and how records are kept.
 */
public final class Cmdb {

    private static final Role[] READERS = {
        Role.AGENT, Role.MANAGER, Role.AUDITOR, Role.CHANGE_MANAGER, Role.IMPORTER, CmdbPolicy.CONFIGURATION_MANAGER
    };

    private final CmdbPolicy policy;
    private final ApprovedChanges changes;
    private final ServiceAgreements agreements;
    private final KnownSchemas schemas = new KnownSchemas();
    private final Map<String, HostItems> hosts = new TreeMap<>();
    private final RecordType<ConfigurationItem> items;
    private final RecordType<CiRelation> relations;
    private final RecordType<Baseline> baselines;
    private final RecordType<Reconciliation> reconciliations;
    private final RecordType<Audit> audits;
    private final RecordType<Deviation> deviations;

    /**
     * One with this policy.
     *
     * @throws IllegalArgumentException when two adapters have one scheme, or a scheme is not of lower-case letters
     */
    public Cmdb(CmdbPolicy policy, List<HostItems> adapters) {
        this(policy, adapters, ApprovedChanges.NONE);
    }

    /**
     * One that also knows which changes were approved.
     *
     * @throws IllegalArgumentException when two adapters have one scheme, or a scheme is not of lower-case letters
     */
    public Cmdb(CmdbPolicy policy, List<HostItems> adapters, ApprovedChanges changes) {
        this(policy, adapters, changes, ServiceAgreements.NONE);
    }

    /**
     * One that also knows what is agreed about services.
     *
     * @throws IllegalArgumentException when two adapters have one scheme, or a scheme is not of lower-case letters
     */
    public Cmdb(CmdbPolicy policy, List<HostItems> adapters, ApprovedChanges changes, ServiceAgreements agreements) {
        this.policy = policy;
        this.changes = changes;
        this.agreements = agreements;
        for (HostItems adapter : adapters) {
            if (!adapter.scheme().matches("[a-z]{1,20}") || hosts.put(adapter.scheme(), adapter) != null) {
                throw new IllegalArgumentException(
                        "a scheme is of lower-case letters and its own: " + adapter.scheme());
            }
        }
        items = CmdbErasure.items(RecordType.named("ci", CiAttributes.KIND, CiAttributes.ID, ConfigurationItem::stamped)
                .readBy(READERS)
                .visible(policy::visible)
                .field(DetailField.plain("class", ConfigurationItem::ciClass))
                .field(DetailField.plain("name", ConfigurationItem::name))
                .field(DetailField.plain("status", item -> item.status().name()))
                .field(DetailField.plain("environment", ConfigurationItem::environment))
                .field(DetailField.plain("criticality", ConfigurationItem::criticality))
                .field(DetailField.personal("owner", item -> item.stewardship().owner()))
                .field(DetailField.plain("group", item -> item.stewardship().group()))
                .field(DetailField.plain("location", item -> item.stewardship().location()))
                .field(DetailField.plain("service", item -> item.stewardship().service()))
                .field(DetailField.plain(
                        "certifyBy", item -> item.certification().dueAt())));
        relations = RecordType.named("ci-relation", CiRelation.KIND, CiRelation.ID, CiRelation::stamped)
                .readBy(READERS)
                .field(DetailField.plain("from", CiRelation::from))
                .field(DetailField.plain("type", CiRelation::type))
                .field(DetailField.plain("to", CiRelation::to))
                .field(DetailField.plain("group", CiRelation::group))
                .field(DetailField.plain("needed", CiRelation::needed))
                .field(DetailField.plain("until", CiRelation::until));
        baselines = CmdbErasure.baselines(RecordType.named("ci-baseline", Baseline.KIND, Baseline.ID, Baseline::stamped)
                .readBy(READERS)
                .field(DetailField.plain("name", Baseline::name))
                .field(DetailField.plain("at", Baseline::at)));
        reconciliations = CmdbErasure.reconciliations(
                RecordType.named("ci-reconciliation", Reconciliation.KIND, Reconciliation.ID, Reconciliation::stamped)
                        .readBy(READERS)
                        .field(DetailField.plain("status", Reconciliation::status))
                        .field(DetailField.plain("progress", Reconciliation::progress)));
        audits = CmdbErasure.audits(RecordType.named("ci-audit", Audit.KIND, Audit.ID, Audit::stamped)
                .readBy(READERS)
                .field(DetailField.plain("deviations", Audit::deviations)));
        deviations = CmdbErasure.deviations(
                RecordType.named("ci-deviation", Deviation.KIND, Deviation.ID, Deviation::stamped)
                        .readBy(READERS)
                        .field(DetailField.plain("kind", Deviation::kind))
                        .field(DetailField.plain("key", Deviation::key))
                        .field(DetailField.plain("disposition", Deviation::disposition))
                        .field(DetailField.personal("reason", Deviation::reason))
                        .field(DetailField.plain("ticket", Deviation::ticket)));
    }

    /** What is kept. */
    public List<RecordType<?>> types() {
        return List.of(items, relations, baselines, reconciliations, audits, deviations);
    }

    /** What belongs to it. */
    public List<RecordKind<?>> rows() {
        return List.of(CiState.KIND, CiIdentity.KIND, Proposal.KIND);
    }

    CmdbPolicy policy() {
        return policy;
    }

    ApprovedChanges changes() {
        return changes;
    }

    ServiceAgreements agreements() {
        return agreements;
    }

    RecordType<ConfigurationItem> items() {
        return items;
    }

    RecordType<CiRelation> relations() {
        return relations;
    }

    RecordType<Baseline> baselines() {
        return baselines;
    }

    RecordType<Reconciliation> reconciliations() {
        return reconciliations;
    }

    RecordType<Audit> audits() {
        return audits;
    }

    RecordType<Deviation> deviations() {
        return deviations;
    }

    /** What the library ships and what the tenant has defined, in one query. */
    CiSchema schema(Ledger ledger) {
        return schema(ledger.definitions(SchemaPart.FORM));
    }

    private static CiSchema schema(List<Defined<SchemaPart>> parts) {
        List<CiClass> classes = new ArrayList<>();
        List<RelationType> types = new ArrayList<>();
        Map<String, Long> revisions = new HashMap<>();
        for (Defined<SchemaPart> defined : parts) {
            CiClass ciClass = defined.value().ciClass();
            RelationType type = defined.value().relation();
            if (ciClass != null) {
                classes.add(ciClass);
                revisions.put(ciClass.name(), defined.stored().revision());
            } else if (type != null) {
                types.add(type);
            }
        }
        return CiSchema.shipped().plus(classes, types, revisions);
    }

    /**
     * The same for what only asks, as this node knows it.
     *
     * @param instant as it was then, or null as it is
     */
    CiSchema known(Ledger ledger, @Nullable Instant instant) {
        CiSchema present = schemas.of(ledger, this::schema);
        return instant == null || present.isShipped() ? present : schema(ledger.definitions(SchemaPart.FORM, instant));
    }

    /** Takes note that a command changes the tenant's schema. */
    void changing(Ledger ledger) {
        schemas.changed(ledger);
    }

    /**
     * Carries out, within the command of a change or a release, what it makes of the records.
     *
     * @throws ItsmException when an edit is refused, and then nothing of the command happens
     */
    public void apply(Ledger ledger, List<CiEdit> edits) {
        new WriteBack(this, ledger).apply(edits);
    }

    /**
     * Makes the records again what they were before edits were written, within another command. What somebody changed
     * since stays as it is, and so does an item that has ended.
     *
     * @param edits what was written
     * @param baseline the name of the baseline that was taken when it was written
     * @return the edits that stay
     * @throws ItsmException when the records refuse a former value, and then nothing of the command happens
     */
    public List<CiEdit> takeBack(Ledger ledger, List<CiEdit> edits, String baseline) {
        TakeBack takeBack = TakeBack.of(ledger, edits, Baselines.instant(ledger, baseline));
        apply(ledger, takeBack.opposites());
        return takeBack.kept();
    }

    /**
     * Takes a baseline within another command.
     *
     * @param isBefore whether what this very command does shall not belong to it: it is of the microsecond before
     * @param scope the items it is about, with all they rest on; empty for everything
     * @return the name of the baseline, with a number behind it when there is one of that name
     */
    public String baseline(Ledger ledger, String name, boolean isBefore, Set<String> scope) {
        Instant at = isBefore ? ledger.now().minus(1, ChronoUnit.MICROS) : ledger.now();
        TakeBaseline input = new TakeBaseline(Baselines.free(ledger, name), null, at, scope);
        ledger.check(input);
        return Baselines.take(this, ledger, input).name();
    }

    /**
     * What is hit by a change of items, within another command: the items and everything that rests on them, whoever
     * may see it.
     *
     * @return at most 10,000 ids besides the given ones
     */
    public Set<String> dependants(Ledger ledger, Collection<String> items) {
        return Impacts.closure(this, ledger, items);
    }

    /** The same as the library itself, in the caller's transaction or one of its own. */
    public Set<String> dependants(Engine engine, TenantId tenant, Collection<String> changed) {
        return asked(engine, tenant, changed, Set.of(), this::dependants);
    }

    /**
     * The classes of items and their ancestors as the library itself, in the caller's transaction or one of its own.
     */
    public Set<String> classes(Engine engine, TenantId tenant, Collection<String> changed) {
        return asked(engine, tenant, changed, Set.of(), this::classes);
    }

    /**
     * How much of the business is hit when these items fail: HIGH with a service on which much hangs, MEDIUM with any
     * other service or an item on which much hangs, else LOW; asked by the system.
     *
     * @return empty when none of them is an item
     */
    public Optional<Impact> rating(Engine engine, TenantId tenant, Collection<String> failing) {
        return asked(engine, tenant, failing, Optional.empty(), (ledger, possible) -> {
            Set<String> known = known(ledger, possible);
            return known.isEmpty() ? Optional.empty() : Optional.of(rating(ledger, dependants(ledger, known)));
        });
    }

    /** Asks about references as the library itself; nothing is asked of the store when none can be an item. */
    private <T> T asked(
            Engine engine,
            TenantId tenant,
            Collection<String> references,
            T otherwise,
            BiFunction<Ledger, Set<String>, T> question) {
        Set<String> possible = possible(references);
        return possible.isEmpty()
                ? otherwise
                : new Registry<>(engine, items, Acting.system(tenant)).read(ledger -> question.apply(ledger, possible));
    }

    /** Those of the references that have the form of an item's id, or stand under the scheme of a host's adapter. */
    private Set<String> possible(Collection<String> references) {
        return references.stream()
                .filter(reference ->
                        Edges.isItem(reference) || scheme(reference).isPresent())
                .collect(Collectors.toSet());
    }

    /** How much of the business these items are. */
    Impact rating(Ledger ledger, Collection<String> hit) {
        ItemLabels labels = new ItemLabels(this, ledger);
        CiSchema schema = schema(ledger);
        Set<String> services = new HashSet<>();
        labels.of(hit).forEach((id, label) -> {
            if (schema.isA(label.ciClass(), "service")) {
                services.add(id);
            }
        });
        Set<String> grave = labels.grave(hit);
        boolean isHigh = services.stream().anyMatch(grave::contains);
        return isHigh ? Impact.HIGH : services.isEmpty() && grave.isEmpty() ? Impact.LOW : Impact.MEDIUM;
    }

    /**
     * Which of these references are configuration items, within another command, whether the actor sees them or not.
     */
    public Set<String> known(Ledger ledger, Collection<String> references) {
        Set<String> possible = possible(references);
        return possible.isEmpty()
                ? Set.of()
                : new ItemLabels(this, ledger).classes(possible).keySet();
    }

    /** The classes of items and their ancestors, within another command. */
    public Set<String> classes(Ledger ledger, Collection<String> items) {
        CiSchema schema = schema(ledger);
        Set<String> classes = new HashSet<>();
        new ItemLabels(this, ledger)
                .classes(items)
                .values()
                .forEach(name -> schema.line(name).forEach(each -> classes.add(each.name())));
        return classes;
    }

    /** What the host knows of these; what it does not know is left out. */
    Map<String, HostItems.HostItem> hostItems(TenantId tenant, Collection<String> ids) {
        Map<String, Set<String>> keys = new TreeMap<>();
        for (String id : ids) {
            scheme(id)
                    .ifPresent(scheme ->
                            keys.computeIfAbsent(scheme, s -> new HashSet<>()).add(id.substring(scheme.length() + 1)));
        }
        Map<String, HostItems.HostItem> found = new HashMap<>();
        keys.forEach((scheme, wanted) ->
                ask(tenant, scheme, wanted).forEach((key, item) -> found.put(scheme + ":" + key, item)));
        return found;
    }

    private Map<String, HostItems.HostItem> ask(TenantId tenant, String scheme, Set<String> wanted) {
        HostItems adapter = hosts.get(scheme);
        try {
            return adapter == null ? Map.of() : adapter.find(tenant, wanted);
        } catch (ItsmException ours) {
            throw ours;
        } catch (RuntimeException theirs) {
            throw new HostFault("HOST_ITEMS", Map.of("scheme", scheme, "cause", theirs.toString()), theirs);
        }
    }

    private Optional<String> scheme(String id) {
        int colon = id.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(id.substring(0, colon)).filter(hosts::containsKey);
    }
}
