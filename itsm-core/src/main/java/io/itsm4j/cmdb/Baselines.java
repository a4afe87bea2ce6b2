package io.itsm4j.cmdb;

import io.itsm4j.InvalidInput;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Page;
import io.itsm4j.storage.PageRequest;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Ledger;
import io.itsm4j.ticket.Registry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Instants with names, and what is different between two of them. */
public final class Baselines {

    private static final Action TAKE = Action.of("take-baseline");

    private final Cmdb cmdb;
    private final Registry<Baseline> registry;

    Baselines(Cmdb cmdb, Registry<Baseline> registry) {
        this.cmdb = cmdb;
        this.registry = registry;
    }

    /**
     * Gives an instant a name.
     *
     * @throws InvalidInput with {@code IN_THE_FUTURE}
     * @throws RuleViolated with {@code CI_BASELINE_TAKEN} when there is one of that name
     * @throws io.itsm4j.NotPermitted without a role that may
     */
    public Baseline take(TakeBaseline input) {
        return registry.add(TAKE, Items.WHO_MAY, input, ledger -> take(cmdb, ledger, input));
    }

    static Baseline take(Cmdb cmdb, Ledger ledger, TakeBaseline input) {
        String name = Objects.requireNonNull(input.name());
        Instant at = input.at() == null ? ledger.now() : input.at().truncatedTo(ChronoUnit.MICROS);
        if (at.isAfter(ledger.now())) {
            throw new InvalidInput("at", "IN_THE_FUTURE", Map.of("value", at, "now", ledger.now()));
        }
        if (isTaken(ledger, name)) {
            throw new RuleViolated("CI_BASELINE_TAKEN", Map.of("name", name));
        }
        Baseline baseline = new Baseline(
                ledger.newId(),
                ledger.tenant(),
                0,
                name,
                Optional.ofNullable(input.note()).orElse(""),
                at,
                input.scope(),
                ledger.actor().id(),
                ChainHead.NONE);
        return ledger.add(cmdb.baselines(), baseline, "BaselineTaken", Map.of());
    }

    private static boolean isTaken(Ledger ledger, String name) {
        return named(ledger, name).isPresent();
    }

    /** The baseline, whoever may see it. */
    private static Optional<Baseline> named(Ledger ledger, String name) {
        return ledger.list(Query.of(Baseline.KIND, ledger.tenant(), Baseline.NAME.is(name))).stream()
                .findFirst();
    }

    /** The instant of a baseline, within another command. */
    static Instant instant(Ledger ledger, String name) {
        return named(ledger, name).map(Baseline::at).orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", name)));
    }

    /** The name, or with the first number from 2 on that makes it free. */
    static String free(Ledger ledger, String name) {
        String free = name;
        for (int number = 2; isTaken(ledger, free); number++) {
            free = name + " " + number;
        }
        return free;
    }

    /** The baseline of a name. */
    public Optional<Baseline> find(String name) {
        return registry.read(ledger ->
                ledger.list(cmdb.baselines(), Baseline.NAME.is(name)).stream().findFirst());
    }

    /**
     * The baseline of a name.
     *
     * @throws NotFound when there is none
     */
    public Baseline get(String name) {
        return find(name).orElseThrow(() -> new NotFound("NOT_FOUND", Map.of("id", name)));
    }

    /** A page of baselines, by name unless the request says otherwise. */
    public Page<Baseline> page(PageRequest<Baseline> request) {
        return registry.page(request.sort().isEmpty() ? request.sortedBy(Sort.ascending(Baseline.NAME)) : request);
    }

    /**
     * What became different between two instants; costs what changed in between, not what there is.
     *
     * @throws InvalidInput with {@code RANGE_REVERSED} when the second is before the first
     */
    public Difference difference(Instant from, Instant to) {
        return difference(from, to, Set.of());
    }

    /**
     * What became different between two baselines; of their scopes only when both have one: their items, the relations
     * among these, and those to others that carry no impact, such as the software installed on them.
     *
     * @throws NotFound when there is no such baseline
     * @throws InvalidInput with {@code RANGE_REVERSED} when the second is before the first
     */
    public Difference difference(String from, String to) {
        Baseline first = get(from);
        Baseline second = get(to);
        Set<String> scope = new TreeSet<>();
        if (!first.scope().isEmpty() && !second.scope().isEmpty()) {
            scope.addAll(content(first));
            scope.addAll(content(second));
        }
        return difference(first.at(), second.at(), scope);
    }

    private Difference difference(Instant from, Instant to, Set<String> scope) {
        if (to.isBefore(from)) {
            throw new InvalidInput("to", "RANGE_REVERSED", Map.of("first", from, "last", to));
        }
        return registry.read(ledger -> new Differences(cmdb, ledger, from, to).within(scope));
    }

    /**
     * The items of a baseline that has a scope: what the scope rested on at its instant, with itself; at most 10,000.
     * Items that the actor may not see are left out.
     */
    public List<String> content(Baseline baseline) {
        ImpactQuery query =
                ImpactQuery.under(baseline.scope().toArray(String[]::new)).at(baseline.at());
        Set<String> items = new TreeSet<>(baseline.scope());
        return registry.read(ledger -> {
            items.addAll(ImpactWalk.of(query, new StoreReach(ledger, cmdb.known(ledger, query.asOf()), query).edges())
                    .ids());
            items.retainAll(new ItemLabels(cmdb, ledger).of(items).keySet());
            return List.copyOf(items);
        });
    }
}
