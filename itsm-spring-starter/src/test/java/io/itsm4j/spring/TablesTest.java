package io.itsm4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.Itsm;
import io.itsm4j.StoreUnavailable;
import io.itsm4j.hosts.workshop.Repairs;
import io.itsm4j.hosts.workshop.WorkshopHost;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables: looked at, made, or left to the host. Each test has a database that outlives its applications. */
@ExtendWith(OutputCaptureExtension.class)
class TablesTest {

    private final String database = Hosts.database() + ";DB_CLOSE_DELAY=-1";

    @Test
    void missing_tables_fail_the_start_with_the_script_to_run(CapturedOutput output) {
        assertThatThrownBy(() -> start()).hasStackTraceContaining("StoreUnavailable");

        assertThat(output)
                .contains("The tables of itsm4j do not fit (missing): found none, wanted 8.")
                .contains("Run the script io/itsm4j/jpa/sql/h2/V001__itsm4j.sql of the itsm-jpa jar and those after it")
                .contains("itsm.schema.initialize=create");
    }

    @Test
    void tables_that_are_too_new_fail_the_start(CapturedOutput output) {
        start("itsm.schema.initialize=create").close();
        try (ConfigurableApplicationContext memory = start("itsm.store=memory")) {
            memory.getBean(JdbcTemplate.class).update("insert into itsm_schema (schema_version) values (99)");
        }

        assertThatThrownBy(() -> start()).hasRootCauseInstanceOf(StoreUnavailable.class);

        assertThat(output)
                .contains("(newer): found 99, wanted 8.")
                .contains("Use a version of itsm4j that is at least as new as the tables.");
    }

    @Test
    void tables_that_were_changed_by_hand_fail_the_start(CapturedOutput output) {
        start("itsm.schema.initialize=create").close();
        try (ConfigurableApplicationContext memory = start("itsm.store=memory")) {
            memory.getBean(JdbcTemplate.class).execute("alter table itsm_comment drop column visibility");
        }

        assertThatThrownBy(() -> start()).isInstanceOf(BeanCreationException.class);

        assertThat(output)
                .contains("(damaged): found 8, wanted 8. The database says: Column")
                .contains("Compare the tables with the script io/itsm4j/jpa/sql/h2/V001__itsm4j.sql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "validate", "update", "create", "create-drop"})
    void the_tables_and_their_rows_outlive_whatever_hibernate_does_to_the_hosts(String ddl) {
        start("itsm.schema.initialize=create", "spring.jpa.hibernate.ddl-auto=update")
                .close();
        String kept;
        try (ConfigurableApplicationContext first = start("spring.jpa.hibernate.ddl-auto=" + ddl)) {
            kept = first.getBean(Repairs.class).open("B-KL 1").number();
        }

        try (ConfigurableApplicationContext second = start("spring.jpa.hibernate.ddl-auto=none")) {
            assertThat(second.getBean(ItsmSessions.class)
                            .current()
                            .incidents()
                            .tickets()
                            .findByNumber(kept))
                    .isPresent();
        }
    }

    @Test
    void the_tables_are_there_before_the_persistence_unit_looks_for_them() {
        try (ConfigurableApplicationContext memory =
                start("itsm.store=memory", "spring.jpa.hibernate.ddl-auto=update")) {
            assertThat(tables(memory, "PUBLIC")).isZero();
        }

        try (ConfigurableApplicationContext host =
                start("itsm.schema.initialize=create", "spring.jpa.hibernate.ddl-auto=validate")) {
            assertThat(host.getBean(Repairs.class).open("B-KL 1").number()).isEqualTo("INC0000001");
        }
    }

    @Test
    void a_second_start_finds_nothing_to_make() {
        start("itsm.schema.initialize=create").close();

        try (ConfigurableApplicationContext host = start("itsm.schema.initialize=create")) {
            assertThat(host.getBean(JdbcTemplate.class)
                            .queryForList("select schema_version from itsm_schema", Integer.class))
                    .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        }
    }

    @Test
    void another_schema_is_used_where_the_unit_looks_there_too() {
        try (ConfigurableApplicationContext memory = start("itsm.store=memory")) {
            memory.getBean(JdbcTemplate.class).execute("create schema DESK");
        }

        try (ConfigurableApplicationContext host = start(
                "itsm.schema.initialize=create",
                "itsm.schema.name=DESK",
                "spring.jpa.properties.hibernate.default_schema=DESK")) {
            host.getBean(Repairs.class).open("B-KL 1");
            assertThat(tables(host, "DESK")).isPositive();
            assertThat(host.getBean(JdbcTemplate.class)
                            .queryForObject("select count(*) from DESK.itsm_ticket", Integer.class))
                    .isEqualTo(1);
        }
    }

    @Test
    void another_schema_than_the_units_fails_the_start(CapturedOutput output) {
        try (ConfigurableApplicationContext memory = start("itsm.store=memory")) {
            memory.getBean(JdbcTemplate.class).execute("create schema DESK");
        }

        assertThatThrownBy(() -> start("itsm.schema.initialize=create", "itsm.schema.name=DESK"))
                .isInstanceOf(BeanCreationException.class);

        assertThat(output).contains("(missing): found none, wanted 8.");
    }

    @Test
    void a_schema_that_is_not_there_fails_the_start(CapturedOutput output) {
        assertThatThrownBy(() -> start("itsm.schema.initialize=create", "itsm.schema.name=DESK"))
                .isInstanceOf(BeanCreationException.class);

        assertThat(output)
                .contains("The store of itsm4j is not available")
                .contains("that the schema named by itsm.schema.name is there");
    }

    @Test
    void hibernate_makes_all_tables_for_a_test_that_says_none() {
        try (ConfigurableApplicationContext host =
                start("itsm.schema.initialize=none", "spring.jpa.hibernate.ddl-auto=create-drop")) {
            host.getBean(Repairs.class).accept("B-KL 1");
            assertThat(host.getBean(Itsm.class).verify(Hosts.BOB.tenant()).isIntact())
                    .isTrue();
            assertThat(host.getBean(JdbcTemplate.class)
                            .queryForObject("select count(*) from itsm_schema", Integer.class))
                    .isZero();
        }
    }

    @Test
    void scripts_that_wait_for_the_persistence_unit_do_not_lock_the_start() {
        try (ConfigurableApplicationContext host =
                start("itsm.schema.initialize=create", "spring.jpa.defer-datasource-initialization=true")) {
            assertThat(host.getBean(Repairs.class).open("B-KL 1").number()).isEqualTo("INC0000001");
        }
    }

    private ConfigurableApplicationContext start(String... properties) {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add("spring.datasource.url=" + database);
        all.add("spring.datasource.username=sa");
        return Hosts.run(List.of(WorkshopHost.class, Hosts.BobActs.class), all);
    }

    private static int tables(ConfigurableApplicationContext host, String schema) {
        Integer count = host.getBean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from information_schema.tables"
                                + " where table_schema = ? and lower(table_name) like 'itsm!_%' escape '!'",
                        Integer.class, schema);
        return count == null ? -1 : count;
    }
}
