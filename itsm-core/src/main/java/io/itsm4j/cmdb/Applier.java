package io.itsm4j.cmdb;

import io.itsm4j.ItsmException;
import io.itsm4j.NotFound;
import io.itsm4j.RuleViolated;
import io.itsm4j.ticket.Ledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Carries out some proposals of a reconciliation within one command, or takes them back. */
final class Applier {

    private final Cmdb cmdb;
    private final Ledger ledger;
    private final String source;
    private final boolean isEachRow;
    private final CiSchema schema;
    private final ItemWriter items;
    private final RelationWriter relations;
    private final Map<String, ConfigurationItem> held = new HashMap<>();

    Applier(Cmdb cmdb, Ledger ledger, String source, boolean isEachRow) {
        this.cmdb = cmdb;
        this.ledger = ledger;
        this.source = source;
        this.isEachRow = isEachRow;
        this.schema = cmdb.schema(ledger);
        this.items = new ItemWriter(cmdb, ledger, schema);
        this.relations = new RelationWriter(cmdb, ledger, schema);
    }

    /** Carries proposals out; how many could not be. */
    int apply(List<Proposal> proposals) {
        prepare(proposals);
        int failed = 0;
        for (Proposal proposal : proposals) {
            try {
                ledger.replace(Proposal.KIND, proposal, applied(proposal));
            } catch (ItsmException refused) {
                if (!isEachRow) {
                    throw refused;
                }
                String why = refused.message(Locale.ROOT);
                ledger.replace(
                        Proposal.KIND,
                        proposal,
                        proposal.failed(refused.code(), why.substring(0, Math.min(why.length(), 1000))));
                failed++;
            }
        }
        return failed;
    }

    private void prepare(List<Proposal> proposals) {
        Set<String> digests = new HashSet<>();
        Set<String> ids = new TreeSet<>();
        List<Map<String, @Nullable String>> graph = new ArrayList<>();
        for (Proposal proposal : proposals) {
            Map<String, @Nullable String> after = ProposalForm.read(proposal.after());
            if (proposal.kind() == Proposal.Kind.RELATE) {
                digests.add(Planner.alias(source, String.valueOf(after.get("from"))));
                digests.add(Planner.alias(source, String.valueOf(after.get("to"))));
                graph.add(after);
            } else {
                Optional.ofNullable(proposal.digest()).ifPresent(digests::add);
                Optional.ofNullable(proposal.feedKey())
                        .map(key -> Planner.alias(source, key))
                        .ifPresent(digests::add);
                Optional.ofNullable(proposal.ci()).ifPresent(ids::add);
            }
        }
        items.prepareIdentities(digests);
        if (!ids.isEmpty()) {
            ledger.held(cmdb.items(), CiAttributes.ID.in(ids)).forEach(item -> held.put(item.id(), item));
            items.prepareStates(ids);
        }
        if (!graph.isEmpty()) {
            relations.prepare(graph.stream().map(this::relate).toList());
        }
    }

    private Proposal applied(Proposal proposal) {
        Map<String, @Nullable String> after = ProposalForm.read(proposal.after());
        return switch (proposal.kind()) {
            case CREATE -> {
                ConfigurationItem item = items.create(input(after), source);
                alias(proposal, item);
                yield proposal.applied(item.id(), "");
            }
            case UPDATE, CONFIRM -> {
                ConfigurationItem item = item(proposal);
                Set<String> kept = kept(item, after.keySet());
                after.keySet().removeAll(kept);
                Map<String, @Nullable String> before = before(item, after.keySet());
                set(item, after, "ItemReconciled");
                alias(proposal, item);
                yield proposal.keeping(kept).applied(item.id(), ProposalForm.write(before));
            }
            case RELATE -> {
                CiRelation relation = relations.relate(relate(after), source);
                yield proposal.applied(
                        relation.version() == 1 && relation.since().equals(ledger.now()) ? relation.id() : null, "");
            }
            case REJECT -> proposal.in(Proposal.Status.SKIPPED);
        };
    }

    /** What somebody has locked, or entered from a source that is trusted more, since it was planned. */
    private Set<String> kept(ConfigurationItem item, Set<String> keys) {
        return keys.stream()
                .filter(key -> !items.mayOverwrite(item, key, source))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private ConfigurationItem item(Proposal proposal) {
        String id = Objects.requireNonNull(proposal.ci());
        ConfigurationItem item = held.get(id);
        if (item == null) {
            throw new NotFound("NOT_FOUND", Map.of("id", id));
        }
        if (!item.isLive()) {
            throw new RuleViolated(
                    "CI_RETIRED",
                    Map.of("name", item.name(), "status", item.status().label()));
        }
        return item;
    }

    private void alias(Proposal proposal, ConfigurationItem item) {
        if (proposal.feedKey() != null) {
            items.alias(Planner.alias(source, proposal.feedKey()), item.id());
        }
    }

    /** Records what somebody found. */
    ConfigurationItem create(Map<String, @Nullable String> found) {
        return items.create(input(found), source);
    }

    private RegisterItem input(Map<String, @Nullable String> after) {
        String ciClass = after.get("class");
        RegisterItem input = RegisterItem.of(ciClass, after.get("name"))
                .environment(after.get("environment"))
                .ownedBy(after.get("owner"))
                .supportedBy(after.get("group"));
        if (after.get("criticality") != null) {
            input = input.critical(Criticality.valueOf(after.get("criticality")));
        }
        for (Map.Entry<String, @Nullable String> entry : after.entrySet()) {
            String value = entry.getValue();
            if (!entry.getKey().equals("class") && !Planner.FIXED.contains(entry.getKey()) && value != null) {
                input = input.with(entry.getKey(), parsed(String.valueOf(ciClass), entry.getKey(), value));
            }
        }
        return input;
    }

    private Object parsed(String ciClass, String key, String value) {
        CiAttribute attribute = schema.attribute(ciClass, key).orElseThrow(() -> schema.unknown(ciClass, key));
        return CiValues.parse(attribute, value);
    }

    private Map<String, @Nullable String> before(ConfigurationItem item, Set<String> keys) {
        Map<String, @Nullable String> before = new TreeMap<>();
        for (String key : keys) {
            before.put(key, ItemWriter.fixedText(item, key));
            CiValue value = item.attributes().get(key);
            if (value != null) {
                before.put("source " + key, value.source());
            }
        }
        return before;
    }

    /** Sets values as the feed has them; every value of the feed's that is as it says counts as seen. */
    private void set(ConfigurationItem item, Map<String, @Nullable String> after, String event) {
        Map<String, CiValue> values = new TreeMap<>();
        item.attributes()
                .forEach((key, value) -> values.put(
                        key,
                        value.source().equals(source)
                                ? new CiValue(value.value(), source, ledger.now(), value.isLocked(), value.isIndexed())
                                : value));
        String name = item.name();
        String environment = item.environment();
        Criticality criticality = item.criticality();
        Stewardship was = item.stewardship();
        String owner = Objects.toString(was.owner(), null);
        String group = Objects.toString(was.group(), null);
        for (Map.Entry<String, @Nullable String> entry : after.entrySet()) {
            String key = entry.getKey();
            String value = entry.getValue();
            switch (key) {
                case "name" -> name = value == null ? name : value;
                case "environment" -> environment = value;
                case "criticality" -> criticality = value == null ? criticality : Criticality.valueOf(value);
                case "owner" -> owner = value;
                case "group" -> group = value;
                default -> {
                    if (value == null) {
                        values.remove(key);
                    } else if (!key.startsWith("source ")) {
                        String by =
                                Optional.ofNullable(after.get("source " + key)).orElse(source);
                        values.put(key, items.held(item.ciClass(), key, parsed(item.ciClass(), key, value), by));
                    }
                }
            }
        }
        schema.checkRequired(item.ciClass(), values.keySet());
        Stewardship stewardship = ItemWriter.stewardship(owner, group, was.location(), was.service());
        items.change(
                item,
                item.described(name, environment, criticality, stewardship).having(values),
                event,
                source);
    }

    private static boolean isLocked(ConfigurationItem item, String key) {
        CiValue value = item.attributes().get(key);
        return value != null && value.isLocked();
    }

    private Relate relate(Map<String, @Nullable String> after) {
        Relate relate = Relate.of(end(after.get("from")), after.get("type"), end(after.get("to")));
        return after.get("group") == null
                ? relate
                : relate.redundantly(after.get("group"), Integer.parseInt(String.valueOf(after.get("needed"))));
    }

    private String end(@Nullable String key) {
        String name = String.valueOf(key);
        return Optional.ofNullable(items.holder(Planner.alias(source, name))).orElse(name);
    }

    /** Takes proposals back that were carried out; what somebody has changed since stays as it is. */
    void revert(List<Proposal> proposals) {
        Set<String> ids = new TreeSet<>();
        proposals.stream()
                .filter(proposal -> proposal.kind() != Proposal.Kind.RELATE && proposal.ci() != null)
                .forEach(proposal -> ids.add(proposal.ci()));
        if (!ids.isEmpty()) {
            ledger.held(cmdb.items(), CiAttributes.ID.in(ids)).forEach(item -> held.put(item.id(), item));
            items.prepareStates(ids);
        }
        for (Proposal proposal : proposals) {
            String ci = proposal.ci();
            if (ci != null) {
                revert(proposal, ci);
            }
            ledger.replace(Proposal.KIND, proposal, proposal.in(Proposal.Status.REVERTED));
        }
    }

    private void revert(Proposal proposal, String ci) {
        if (proposal.kind() == Proposal.Kind.RELATE) {
            ledger.find(cmdb.relations(), ci).ifPresent(relation -> relations.end(relation, "RelationReverted"));
            return;
        }
        ConfigurationItem item = held.get(ci);
        if (item == null || !item.isLive()) {
            return;
        }
        if (proposal.kind() == Proposal.Kind.CREATE) {
            new Retirement(ledger, items, relations)
                    .retire(item, RetireItem.because(null).forced());
            items.release(ci);
        } else {
            Map<String, @Nullable String> after = ProposalForm.read(proposal.after());
            Map<String, @Nullable String> before = ProposalForm.read(proposal.before());
            before.keySet()
                    .removeIf(key -> !key.startsWith("source ")
                            && (isLocked(item, key)
                                    || !Objects.equals(after.get(key), ItemWriter.fixedText(item, key))));
            if (before.keySet().stream().anyMatch(key -> !key.startsWith("source "))) {
                set(item, before, "ItemReverted");
            }
        }
    }
}
