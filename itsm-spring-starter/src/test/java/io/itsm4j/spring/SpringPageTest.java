package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.hosts.workshop.Repairs;
import io.itsm4j.hosts.workshop.WorkshopHost;
import io.itsm4j.jpa.JpaStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** What the page about Spring Boot shows of the persistence unit and the entrance; and its properties, compared. */
class SpringPageTest {

    // region spring-own-unit
    @Configuration(proxyBeanMethods = false)
    static class OwnUnit {

        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource source) {
            var factory = new LocalContainerEntityManagerFactoryBean();
            factory.setDataSource(source);
            factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
            factory.setPackagesToScan("io.itsm4j.hosts.workshop", JpaStore.ENTITY_PACKAGE);
            return factory;
        }
    }
    // endregion

    @Test
    void a_persistence_unit_of_the_hosts_own_serves() {
        assertThat(opened(OwnUnit.class)).isEqualTo("INC0000001");
    }

    @Test
    void a_customizer_reaches_what_has_no_bean() {
        assertThat(opened(Customized.class)).isEqualTo("INC0001");
    }

    @Test
    void the_table_of_properties_is_what_the_metadata_says() throws IOException {
        List<String> shown = Files.readString(Path.of("../docs/spring.md"))
                .lines()
                .dropWhile(line -> !line.equals("<!-- generated: spring-properties -->"))
                .takeWhile(line -> !line.equals("<!-- /generated -->"))
                .filter(line -> line.startsWith("| `itsm."))
                .toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(rows());
    }

    private static List<String> rows() throws IOException {
        try (InputStream in =
                ItsmProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<?> properties =
                    (List<?>) JsonParserFactory.getJsonParser().parseMap(text).get("properties");
            return properties.stream()
                    .map(property -> (Map<?, ?>) property)
                    .filter(property -> String.valueOf(property.get("name")).startsWith("itsm."))
                    .map(SpringPageTest::row)
                    .toList();
        }
    }

    private static String row(Map<?, ?> property) {
        Object value = property.get("defaultValue");
        return "| `" + property.get("name") + "` | " + (value == null ? "" : "`" + value + "`") + " | "
                + property.get("description") + " |";
    }

    @Configuration(proxyBeanMethods = false)
    static class Customized {

        // region spring-customizer
        @Bean
        ItsmCustomizer fourDigits() {
            return builder -> builder.incidents(type -> type.with(changed -> changed.digits(4)));
        }
        // endregion
    }

    private static String opened(Class<?> configuration) {
        try (ConfigurableApplicationContext host = Hosts.run(
                List.of(WorkshopHost.class, Hosts.BobActs.class, configuration),
                List.of("itsm.schema.initialize=create", "spring.jpa.hibernate.ddl-auto=update"))) {
            return host.getBean(Repairs.class).open("B-KL 1").number();
        }
    }
}
