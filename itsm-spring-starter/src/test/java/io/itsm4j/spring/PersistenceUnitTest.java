package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.hosts.clinic.ClinicHost;
import io.itsm4j.hosts.clinic.Visit;
import io.itsm4j.hosts.workshop.Repair;
import io.itsm4j.hosts.workshop.WorkshopHost;
import io.itsm4j.jpa.JpaStore;
import jakarta.persistence.EntityManagerFactory;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** Our entities join those of the host, however it names its own. */
class PersistenceUnitTest {

    @Test
    void a_host_on_defaults_keeps_its_entities_and_gets_ours() {
        try (ConfigurableApplicationContext host = Hosts.start(WorkshopHost.class)) {
            assertThat(entities(host)).contains(Repair.class.getName()).containsAll(JpaStore.entityClassNames());
        }
    }

    @Test
    void a_host_with_an_entity_scan_keeps_its_entities_and_gets_ours() {
        try (ConfigurableApplicationContext host = Hosts.start(ClinicHost.class)) {
            assertThat(entities(host)).contains(Visit.class.getName()).containsAll(JpaStore.entityClassNames());
        }
    }

    @Test
    void a_host_that_keeps_tickets_in_memory_gets_no_entity_of_ours() {
        try (ConfigurableApplicationContext host = Hosts.start(WorkshopHost.class, "itsm.store=memory")) {
            assertThat(entities(host)).containsExactly(Repair.class.getName());
        }
    }

    private static Set<String> entities(ConfigurableApplicationContext host) {
        return host.getBean(EntityManagerFactory.class).getMetamodel().getEntities().stream()
                .map(entity -> entity.getJavaType().getName())
                .collect(Collectors.toSet());
    }
}
