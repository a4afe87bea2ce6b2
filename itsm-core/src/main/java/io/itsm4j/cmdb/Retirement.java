package io.itsm4j.cmdb;

import io.itsm4j.InUse;
import io.itsm4j.lifecycle.State;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Lock;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The end of an item: refused while others rest on it, and with it all its relations end. */
final class Retirement {

    private final Ledger ledger;
    private final ItemWriter writer;
    private final RelationWriter relations;

    Retirement(Ledger ledger, ItemWriter writer, RelationWriter relations) {
        this.ledger = ledger;
        this.writer = writer;
        this.relations = relations;
    }

    ConfigurationItem retire(ConfigurationItem item, RetireItem input) {
        List<CiRelation> all = relations.of(item.id());
        if (!input.isForced()) {
            checkUnused(item, all);
        }
        all.forEach(relation -> relations.end(relation, "RelationEnded"));
        return writer.move(item, terminal(item, input), "ItemRetired");
    }

    private String terminal(ConfigurationItem item, RetireItem input) {
        CiLifecycle lifecycle = writer.schema().lifecycle(item.ciClass());
        List<String> next = lifecycle.after(item.status());
        String wanted = input.status();
        return wanted != null
                ? wanted
                : lifecycle.statuses().stream()
                        .filter(state -> state.category().isTerminal() && next.contains(state.name()))
                        .map(State::name)
                        .findFirst()
                        .orElse(CiLifecycle.RETIRED.name());
    }

    private void checkUnused(ConfigurationItem item, List<CiRelation> all) {
        Set<String> dependents = all.stream()
                .filter(relation -> relations.isDependent(relation, item.id()))
                .map(relation -> relation.other(item.id()))
                .collect(Collectors.toSet());
        long others = users(CiAttributes.LOCATION.is(item.id()), dependents)
                + users(CiAttributes.SERVICE.is(item.id()), dependents);
        if (dependents.size() + others > 0) {
            throw new InUse("CI_IN_USE", Map.of("name", item.name(), "count", dependents.size() + others));
        }
    }

    private long users(Criterion<ConfigurationItem> placed, Set<String> known) {
        return ledger
                .list(Query.of(CiAttributes.KIND, ledger.tenant(), placed.and(CiAttributes.IS_LIVE.is(true)))
                        .locked(Lock.WRITE))
                .stream()
                .filter(user -> !known.contains(user.id()))
                .count();
    }
}
