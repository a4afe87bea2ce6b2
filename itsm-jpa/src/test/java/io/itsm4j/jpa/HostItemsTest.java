package io.itsm4j.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Itsm;
import io.itsm4j.NotFound;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.TenantId;
import io.itsm4j.cmdb.CmdbPolicy;
import io.itsm4j.cmdb.Configuration;
import io.itsm4j.cmdb.HostItems;
import io.itsm4j.cmdb.Impact;
import io.itsm4j.cmdb.ImpactQuery;
import io.itsm4j.cmdb.RegisterItem;
import io.itsm4j.jpa.fixture.Bench;
import io.itsm4j.jpa.fixture.Host;
import io.itsm4j.jpa.fixture.Invoice;
import io.itsm4j.jpa.fixture.Stores;
import io.itsm4j.jpa.fixture.TestStore;
import io.itsm4j.storage.Criterion;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;

/** An entity of the host's own takes part in the graph, in the host's transaction and without a copy. */
class HostItemsTest {

    /** Invoices, read through the host's own entity manager. */
    private record Invoices(Supplier<EntityManager> entities) implements HostItems {

        @Override
        public String scheme() {
            return "invoice";
        }

        @Override
        public Map<String, HostItem> find(TenantId tenant, Set<String> keys) {
            Map<String, HostItem> found = new HashMap<>();
            for (String key : keys) {
                Invoice invoice = entities.get().find(Invoice.class, key);
                if (invoice != null) {
                    found.put(key, new HostItem("Invoice " + invoice.number(), "document"));
                }
            }
            return found;
        }
    }

    @ParameterizedTest
    @Stores({TestStore.HIBERNATE_H2, TestStore.ECLIPSELINK_H2})
    void an_invoice_is_hit_when_what_it_rests_on_fails(TestStore where) {
        Bench bench = where.shared();
        Host host = new Host(bench.factory());
        Itsm itsm = Itsm.builder()
                .store(JpaStore.joining(host::entities, host, bench.factory()))
                .hostItems(new Invoices(host::entities))
                .build();
        String tenant = "host" + UUID.randomUUID();
        Configuration cmdb = itsm.as(Actor.of(tenant, "cora", CmdbPolicy.CONFIGURATION_MANAGER))
                .configuration();
        String key = UUID.randomUUID().toString();
        String reference = "invoice:" + key;

        Impact impact = host.transaction(entities -> {
            entities.persist(new Invoice(key, key));
            String archive =
                    cmdb.items().register(RegisterItem.of("storage", "Archive")).id();
            String audit =
                    cmdb.items().register(RegisterItem.of("service", "Audit")).id();
            cmdb.relations().relate(reference, "stored-on", archive);
            cmdb.relations().relate(audit, "depends-on", reference);
            return cmdb.impact().analyse(ImpactQuery.failing(archive));
        });

        assertThat(impact.ids()).hasSize(2).contains(reference);
        String picture =
                host.transaction(entities -> cmdb.impact().picture(impact).mermaid());
        assertThat(picture).contains("Invoice " + key);
        long items = host.transaction(entities -> cmdb.items().count(Criterion.all()));
        assertThat(items).as("the invoice is no item of its own").isEqualTo(2);
        NotFound none = catchThrowableOfType(
                NotFound.class,
                () -> host.transaction(entities -> cmdb.relations().relate("invoice:none", "stored-on", reference)));
        assertThat(none.code()).isEqualTo("NOT_FOUND");
    }
}
