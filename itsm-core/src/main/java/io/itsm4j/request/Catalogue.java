package io.itsm4j.request;

import io.itsm4j.InUse;
import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.PolicyForm;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.sla.NamedCalendars;
import io.itsm4j.ticket.CommandOptions;
import io.itsm4j.ticket.Defined;
import io.itsm4j.ticket.DefinitionForm;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Registry;
import io.itsm4j.ticket.StoredDefinition;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The service catalogue: a tree of categories, the services in them, and the items that can be ordered. Every change is
 * a new revision; an order keeps to the revision it was placed with. Changing it needs {@link Role#CATALOGUE_MANAGER};
 * everybody reads it, items as far as they are among the audience.
 */
public final class Catalogue {

    static final DefinitionForm<ServiceCategory> CATEGORIES =
            new DefinitionForm<>("catalogue-category", CatalogueForms::write, CatalogueForms::category);
    static final DefinitionForm<CatalogueService> SERVICES =
            new DefinitionForm<>("catalogue-service", CatalogueForms::write, CatalogueForms::service);
    static final DefinitionForm<CatalogueItem> ITEMS =
            new DefinitionForm<>("catalogue-item", CatalogueForms::write, CatalogueForms::item);

    private static final Action DEFINE = Action.of("define-catalogue");
    private static final Set<Role> KEEPERS = Set.of(Role.CATALOGUE_MANAGER);

    /** The record that serialises changes of a tenant's catalogue, so that nothing is taken off under something new. */
    private static final String GUARD = "~catalogue";

    private final Registry<StoredDefinition> definitions;
    private final CommandOptions options;

    /** The catalogue on top of stored definitions. */
    public Catalogue(Registry<StoredDefinition> definitions) {
        this(definitions, CommandOptions.NONE);
    }

    private Catalogue(Registry<StoredDefinition> definitions, CommandOptions options) {
        this.definitions = definitions;
        this.options = options;
    }

    /** The same with an idempotency key. */
    public Catalogue with(CommandOptions how) {
        return new Catalogue(definitions.with(how), how);
    }

    // --- changing -------------------------------------------------------------------------------------------

    /**
     * Adds a category or changes it.
     *
     * @throws io.itsm4j.InvalidInput naming every fault
     * @throws RuleViolated with {@code CATEGORY_CYCLE} when it would lie below itself, or too deep
     */
    public ServiceCategory define(ServiceCategory category) {
        checked(category::check);
        change(category, ledger -> {
            checkPlace(ledger, category);
            return ledger.define(CATEGORIES, category.key(), category);
        });
        return category;
    }

    private static void checkPlace(Ledger ledger, ServiceCategory category) {
        Set<String> above = new HashSet<>(Set.of(category.key()));
        for (String at = category.parent(); at != null; ) {
            if (!above.add(at) || above.size() > ServiceCategory.DEPTH) {
                throw new RuleViolated(
                        "CATEGORY_CYCLE", Map.of("category", category.key(), "limit", ServiceCategory.DEPTH));
            }
            at = existing(ledger, CATEGORIES, "parent", at).value().parent();
        }
    }

    /**
     * Takes a category off.
     *
     * @throws InUse with {@code IN_USE} while categories or services hang on it
     */
    public void removeCategory(String key) {
        record RemoveCategory(String category) {}
        change(new RemoveCategory(key), ledger -> {
            Stream<String> below = values(ledger, CATEGORIES).stream()
                    .filter(other -> key.equals(other.parent()))
                    .map(ServiceCategory::key);
            Stream<String> inside = values(ledger, SERVICES).stream()
                    .filter(service -> service.category().equals(key))
                    .map(CatalogueService::key);
            refuseIfUsed(key, Stream.concat(below, inside).toList());
            return ledger.retire(CATEGORIES, key).orElseThrow(() -> none(key));
        });
    }

    /**
     * Adds a service or changes it.
     *
     * @throws io.itsm4j.InvalidInput naming every fault
     */
    public CatalogueService define(CatalogueService service) {
        checked(service::check);
        change(service, ledger -> {
            existing(ledger, CATEGORIES, "category", service.category());
            return ledger.define(SERVICES, service.key(), service);
        });
        return service;
    }

    /**
     * Offers a service no longer.
     *
     * @throws InUse with {@code IN_USE} while items of it can be ordered
     */
    public CatalogueService retireService(String key) {
        record RetireService(String service) {}
        change(new RetireService(key), ledger -> {
            refuseIfUsed(
                    key,
                    values(ledger, ITEMS).stream()
                            .filter(item -> item.service().equals(key) && item.state() == CatalogueItem.State.ACTIVE)
                            .map(CatalogueItem::key)
                            .toList());
            CatalogueService service = ledger.definition(SERVICES, key)
                    .orElseThrow(() -> none(key))
                    .value();
            return ledger.define(SERVICES, key, service.retired(true));
        });
        return service(key).orElseThrow(() -> none(key));
    }

    /**
     * Adds an approval policy that items can name, or changes it; what waits for approval keeps the one it began with.
     */
    public ApprovalPolicy define(ApprovalPolicy policy) {
        change(policy, ledger -> ledger.define(PolicyForm.FORM, policy.name(), policy));
        return policy;
    }

    /**
     * Adds an item or changes it; what was ordered before keeps its revision.
     *
     * @throws io.itsm4j.InvalidInput naming every fault
     */
    public Offer define(CatalogueItem item) {
        checked(item::check);
        change(item, ledger -> {
            CatalogueService service =
                    existing(ledger, SERVICES, "service", item.service()).value();
            if (item.state() == CatalogueItem.State.ACTIVE) {
                refuseRetired(item, service);
            }
            if (item.approval() != null) {
                existing(ledger, PolicyForm.FORM, "approval", item.approval());
            }
            String hours = item.hours();
            if (hours != null && !NamedCalendars.isCurrent(ledger, hours)) {
                throw new InvalidInput("hours", "UNKNOWN", Map.of("value", hours));
            }
            return ledger.define(ITEMS, item.key(), item);
        });
        return item(item.key()).orElseThrow(() -> none(item.key()));
    }

    /**
     * Makes an item one that can be ordered.
     *
     * @throws RuleViolated with {@code ITEM_NOT_OFFERED} when its service is no longer offered
     */
    public Offer activate(String key) {
        return move(key, CatalogueItem.State.ACTIVE);
    }

    /** Makes an item one that can be ordered no more; what was ordered before goes on. */
    public Offer retire(String key) {
        return move(key, CatalogueItem.State.RETIRED);
    }

    private record Move(String key, CatalogueItem.State state) {}

    private Offer move(String key, CatalogueItem.State state) {
        change(new Move(key, state), ledger -> {
            CatalogueItem item =
                    ledger.definition(ITEMS, key).orElseThrow(() -> none(key)).value();
            if (state == CatalogueItem.State.ACTIVE) {
                refuseRetired(
                        item,
                        existing(ledger, SERVICES, "service", item.service()).value());
            }
            return ledger.define(ITEMS, key, item.in(state));
        });
        return item(key).orElseThrow(() -> none(key));
    }

    /**
     * Adds the sample catalogue: the categories and services of the ITSS classification, in English and Chinese. What
     * is there already under the same keys is replaced.
     */
    public void addSample() {
        SampleCatalogue sample = SampleCatalogue.load();
        sample.categories()
                .forEach(category ->
                        with(options.forPart("category " + category.key())).define(category));
        sample.services()
                .forEach(service ->
                        with(options.forPart("service " + service.key())).define(service));
    }

    private StoredDefinition change(Object input, Function<Ledger, StoredDefinition> work) {
        return definitions.add(DEFINE, KEEPERS, input, ledger -> {
            ledger.hold(GUARD);
            return work.apply(ledger);
        });
    }

    private static void checked(Consumer<Faults> check) {
        Faults faults = new Faults();
        check.accept(faults);
        faults.report();
    }

    private static <T> Defined<T> existing(Ledger ledger, DefinitionForm<T> form, String field, String key) {
        return ledger.definition(form, key).orElseThrow(() -> new InvalidInput(field, "UNKNOWN", Map.of("value", key)));
    }

    private static void refuseRetired(CatalogueItem item, CatalogueService service) {
        if (service.retired()) {
            throw new RuleViolated(
                    "ITEM_NOT_OFFERED", Map.of("item", item.key(), "state", CatalogueItem.State.RETIRED));
        }
    }

    private static void refuseIfUsed(String key, List<String> by) {
        if (!by.isEmpty()) {
            throw new InUse("IN_USE", Map.of("id", key, "count", by.size(), "by", by));
        }
    }

    private static NotFound none(String key) {
        return new NotFound("NOT_FOUND", Map.of("id", key));
    }

    // --- reading --------------------------------------------------------------------------------------------

    /** The whole tree with all services that are offered; categories and services in their order. */
    public List<CategoryNode> tree() {
        return definitions.read(ledger -> {
            List<ServiceCategory> categories = values(ledger, CATEGORIES);
            List<CatalogueService> services = values(ledger, SERVICES);
            return below(null, categories, services);
        });
    }

    private static List<CategoryNode> below(
            @Nullable String parent, List<ServiceCategory> categories, List<CatalogueService> services) {
        return categories.stream()
                .filter(category -> Objects.equals(category.parent(), parent))
                .sorted(Comparator.comparing(ServiceCategory::position).thenComparing(ServiceCategory::key))
                .map(category -> new CategoryNode(
                        category,
                        below(category.key(), categories, services),
                        services.stream()
                                .filter(service -> service.category().equals(category.key()) && !service.retired())
                                .sorted(Comparator.comparing(CatalogueService::position)
                                        .thenComparing(CatalogueService::key))
                                .toList()))
                .toList();
    }

    /** A service, offered or not. */
    public Optional<CatalogueService> service(String key) {
        return definitions.read(ledger -> ledger.definition(SERVICES, key).map(Defined::value));
    }

    /** What the actor can order now, by key. */
    public List<Offer> offers() {
        return definitions.read(ledger -> ledger.definitions(ITEMS).stream()
                .filter(item -> item.value().state() == CatalogueItem.State.ACTIVE
                        && item.value().audience().holds(ledger.actor()))
                .map(Catalogue::offer)
                .toList());
    }

    /** All items in all states, by key; those that the actor is not among the audience of only for its keepers. */
    public List<Offer> items() {
        return definitions.read(ledger -> ledger.definitions(ITEMS).stream()
                .filter(item -> readable(ledger, item.value()))
                .map(Catalogue::offer)
                .toList());
    }

    /** An item in its present revision, when the actor may see it. */
    public Optional<Offer> item(String key) {
        return definitions.read(ledger -> ledger.definition(ITEMS, key)
                .filter(item -> readable(ledger, item.value()))
                .map(Catalogue::offer));
    }

    /** An item in the revision of a content hash, when the actor may see it. */
    public Optional<Offer> itemOf(String hash) {
        return definitions.read(ledger -> ledger.definitionOf(ITEMS, hash)
                .filter(item -> readable(ledger, item.value()))
                .map(Catalogue::offer));
    }

    private static boolean readable(Ledger ledger, CatalogueItem item) {
        return ledger.isSystem()
                || ledger.actor().is(Role.CATALOGUE_MANAGER)
                || ledger.actor().is(Role.AGENT)
                || item.audience().holds(ledger.actor());
    }

    static Offer offer(Defined<CatalogueItem> item) {
        return new Offer(item.value(), item.stored().revision(), item.stored().hash());
    }

    private static <T> List<T> values(Ledger ledger, DefinitionForm<T> form) {
        return ledger.definitions(form).stream().map(Defined::value).toList();
    }
}
