package io.itsm4j.examples.finance;

import io.itsm4j.cmdb.CiAttribute;
import io.itsm4j.cmdb.CiAttributes;
import io.itsm4j.cmdb.CiClass;
import io.itsm4j.cmdb.Configuration;
import io.itsm4j.cmdb.DiscoveryFeed;
import io.itsm4j.cmdb.Reconciliation;
import io.itsm4j.cmdb.Reconciliations.Mode;
import io.itsm4j.interop.CsvItems;
import io.itsm4j.storage.Criterion;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The sheets in which the office kept its configuration before: one of each kind of thing, and one of relations. */
final class Sheets {

    /** The name of the feed: keys of one sheet are known in the others. */
    private static final String SOURCE = "sheets";

    private static final String RELATIONS = "relations";
    private static final List<String> NAMES = List.of(
            "locations",
            "servers",
            "desktops",
            "network",
            "storage",
            "printers",
            "databases",
            "middleware",
            "applications",
            "services",
            "versions");

    private final Office office;
    private final Teller tell;
    private final Checks checks;

    Sheets(Office office, Teller tell, Checks checks) {
        this.office = office;
        this.tell = tell;
        this.checks = checks;
    }

    /** What is counted at one site, to be held against what is recorded. */
    static DiscoveryFeed inventory(String site) {
        return CsvItems.from("count").items(open("inventory-" + site));
    }

    private static Reader open(String name) {
        InputStream bytes = Sheets.class.getResourceAsStream(name + ".csv");
        return new InputStreamReader(Objects.requireNonNull(bytes, name), StandardCharsets.UTF_8);
    }

    void read() {
        tell.chapter("The sheets become configuration items");
        office.cmdb()
                .schema()
                .define(CiClass.named("site-server")
                        .under("server")
                        .with(CiAttribute.text("site").required().indexed())
                        .with(CiAttribute.option("tier", "province", "city", "county")
                                .required()
                                .indexed()));
        long items = 0;
        for (String name : NAMES) {
            items += take(name, CsvItems.from(SOURCE).items(open(name)));
        }
        long relations = take(RELATIONS, CsvItems.from(SOURCE).relations(open(RELATIONS)));
        summarise(items, relations);
    }

    private long take(String name, DiscoveryFeed feed) {
        Configuration cmdb = office.cmdb();
        Reconciliation plan = cmdb.reconciliation().plan(feed);
        checks.that("faults in " + name, plan.faults(), 0L);
        cmdb.reconciliation().apply(plan.id(), Mode.ALL_OR_NOTHING);
        tell.say("%-13s %4d rows, %d faults, %d taken in"
                .formatted(name + ".csv", plan.rows(), plan.faults(), plan.changes()));
        return plan.rows();
    }

    private void summarise(long items, long relations) {
        Configuration cmdb = office.cmdb();
        Map<Object, Long> classes =
                new TreeMap<>(cmdb.items().countBy(CiAttributes.IS_LIVE.is(true), CiAttributes.CLASS));
        tell.say("recorded: " + classes);
        Map<Object, Long> tiers = new TreeMap<>();
        for (String tier : List.of("province", "city", "county")) {
            tiers.put(tier, cmdb.items().count(cmdb.items().attribute("tier").is(tier)));
        }
        tell.say("servers by tier: " + tiers);
        checks.that("items", cmdb.items().count(Criterion.all()), items);
        checks.that("items, as counted by hand", items, 208L);
        checks.that("relations", relations, 447L);
        checks.that("servers by tier", tiers, Map.of("province", 16L, "city", 18L, "county", 9L));
    }
}
