package io.itsm4j.examples.finance;

import io.itsm4j.cmdb.CiAttributes;
import io.itsm4j.sla.Agreement;
import io.itsm4j.sla.Metric;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.sla.Target;
import io.itsm4j.storage.PageRequest;
import java.time.Duration;
import java.util.List;

/** What the office has promised about its services. */
final class Promises {

    private Promises() {}

    static void make(Office office) {
        promise(office, "payment-province", "Payment, province", 1, "Treasury payment");
        promise(office, "payment-east", "Payment, East City", 2, "East City payment");
        promise(office, "payment-west", "Payment, West City", 2, "West City payment");
        promise(office, "payment-river", "Payment, River City", 2, "River City payment");
        promise(office, "revenue", "Revenue", 4, "Revenue collection", "East City revenue", "West City revenue");
        promise(office, "reporting", "Reporting", 24, "Financial reporting");
        List<String> counters = office
                .cmdb()
                .items()
                .page(PageRequest.of(CiAttributes.CLASS
                                .is("service")
                                .and(CiAttributes.SEARCH_TEXT.contains("payment counter")))
                        .ofSize(100))
                .items()
                .stream()
                .map(item -> item.id())
                .toList();
        define(office, "counters", "Counters of the counties", 4, counters);
    }

    private static void promise(Office office, String key, String name, int hours, String... services) {
        define(
                office,
                key,
                name,
                hours,
                List.of(services).stream().map(office::id).toList());
    }

    private static void define(Office office, String key, String name, int hours, List<String> services) {
        ServiceLevels levels = office.itsm().as(People.FANG).serviceLevels();
        levels.define(Agreement.sla(key, name, Target.within(Metric.RESOLUTION, Duration.ofHours(hours)))
                .forServices(services.toArray(String[]::new)));
    }
}
