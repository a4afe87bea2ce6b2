package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.Itsm;
import io.itsm4j.hosts.twins.Incident;
import io.itsm4j.hosts.twins.Incidents;
import io.itsm4j.hosts.twins.Ticket;
import io.itsm4j.hosts.twins.TwinsHost;
import io.itsm4j.ticket.OpenTicket;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.BeanDefinitionOverrideException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A host may call its things what we call ours. */
@ExtendWith(OutputCaptureExtension.class)
class NamesTest {

    @Test
    void entities_tables_repositories_and_beans_of_the_same_names_live_side_by_side() {
        try (ConfigurableApplicationContext host =
                Hosts.start(TwinsHost.class, "spring.jpa.hibernate.ddl-auto=update")) {
            host.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
                host.getBean(Incidents.class).save(new Incident("platform 4"));
                host.getBean(EntityManager.class).persist(new Ticket("ICE 1"));
                host.getBean(ItsmSessions.class).current().incidents().open(OpenTicket.titled("Escalator stands"));
            });
            for (String table : List.of("incident", "ticket", "itsm_incident", "itsm_ticket")) {
                assertThat(host.getBean(JdbcTemplate.class)
                                .queryForObject("select count(*) from " + table, Integer.class))
                        .as(table)
                        .isEqualTo(1);
            }
            assertThat(host.getBean("store")).isEqualTo("the cellar");
        }
    }

    @Test
    void a_bean_of_the_hosts_with_the_name_of_one_of_ours_fails_the_start_and_is_named(CapturedOutput output) {
        assertThatThrownBy(() -> Hosts.start(TwinsHost.class, "spring.main.sources=" + Taken.class.getName()))
                .isInstanceOf(BeanDefinitionOverrideException.class);

        assertThat(output).contains("'itsm'").contains(ItsmAutoConfiguration.class.getSimpleName());
    }

    /** Calls something else what the entrance is called. */
    @Configuration(proxyBeanMethods = false)
    static class Taken {

        @Bean
        String itsm() {
            return "mine";
        }
    }

    @Test
    void a_bean_of_the_same_type_takes_the_place_of_ours_whatever_its_name() {
        try (ConfigurableApplicationContext host =
                Hosts.start(TwinsHost.class, "spring.main.sources=" + Own.class.getName())) {
            assertThat(host.getBeansOfType(Itsm.class)).containsOnlyKeys("desk");
        }
    }

    /** Brings an entrance of its own. */
    @Configuration(proxyBeanMethods = false)
    static class Own {

        @Bean
        Itsm desk() {
            return Itsm.inMemory();
        }
    }
}
