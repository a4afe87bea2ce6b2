package io.itsm4j.cmdb;

import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Page;
import io.itsm4j.ticket.Ledger;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes out of lists what tells about items that the actor may not see. */
final class Sight {

    private final Cmdb cmdb;
    private final Ledger ledger;

    Sight(Cmdb cmdb, Ledger ledger) {
        this.cmdb = cmdb;
        this.ledger = ledger;
    }

    /**
     * The page without what the actor may not see; it gets shorter, and the next one begins where it did.
     *
     * @param item the item that it tells about, or null for one that is not recorded
     * @param ciClass the class of an item that is not recorded, or null
     */
    <T> Page<T> of(Page<T> page, Function<T, @Nullable String> item, Function<T, @Nullable String> ciClass) {
        if (ledger.visible(cmdb.items()) instanceof Criterion.All<ConfigurationItem>) {
            return page;
        }
        List<String> named = page.items().stream()
                .<@Nullable String>map(item)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        Set<String> seen = new ItemLabels(cmdb, ledger).of(named).keySet();
        return new Page<>(
                page.items().stream()
                        .filter(each -> {
                            String id = item.apply(each);
                            return id == null ? isOpen(ciClass.apply(each)) : seen.contains(id);
                        })
                        .collect(Collectors.toList()),
                page.next());
    }

    private boolean isOpen(@Nullable String ciClass) {
        return ciClass == null || cmdb.policy().isOpen(ciClass, ledger.actor());
    }
}
