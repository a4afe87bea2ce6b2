package io.itsm4j.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.itsm4j.Itsm;
import io.itsm4j.StoreUnavailable;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.jpa.fixture.Bench;
import io.itsm4j.jpa.fixture.Database;
import io.itsm4j.jpa.fixture.Provider;
import io.itsm4j.jpa.fixture.Stores;
import io.itsm4j.jpa.fixture.TestDatabases;
import io.itsm4j.jpa.fixture.TestStore;
import io.itsm4j.jpa.schema.SchemaInitializer;
import io.itsm4j.ticket.Kinds;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.TicketAttributes;
import jakarta.persistence.Column;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {

    /** The scripts in the jar are the versions of the schema. */
    private static final int WANTED = scripts();

    private static int scripts() {
        try (var files = Files.list(
                Path.of(Objects.requireNonNull(SchemaTest.class.getClassLoader().getResource("io/itsm4j/jpa/sql/h2"))
                        .toURI()))) {
            return (int) files.count();
        } catch (IOException | URISyntaxException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private enum Server {
        H2(TestDatabases::h2),
        POSTGRES(TestDatabases::postgres),
        MARIADB(TestDatabases::mariaDb);

        private final Supplier<Database> databases;

        Server(Supplier<Database> databases) {
            this.databases = databases;
        }
    }

    private static StoreUnavailable refused(EntityManagerFactory factory) {
        try (JpaStore store = JpaStore.owning(factory)) {
            StoreUnavailable refusal = catchThrowableOfType(StoreUnavailable.class, () -> store.open(Kinds.ALL));
            assertThat(refusal).isNotNull();
            assertThat(refusal.retryable()).isFalse();
            return refusal;
        }
    }

    @ParameterizedTest
    @Stores
    void a_missing_schema_is_refused_with_the_script_to_run(TestStore where) {
        Database database = where.database();
        try (var pool = database.pool(4);
                EntityManagerFactory factory = where.provider().on(pool)) {
            StoreUnavailable refusal = refused(factory);
            assertThat(refusal.code()).isEqualTo("STORE_SCHEMA");
            assertThat(refusal.detail())
                    .containsEntry("problem", "missing")
                    .containsEntry("found", "none")
                    .containsEntry("wanted", WANTED)
                    .containsEntry("file", "io/itsm4j/jpa/sql/" + database.kind() + "/V001__itsm4j.sql");
        }
    }

    @ParameterizedTest
    @Stores
    void another_version_or_a_missing_table_or_column_is_refused_by_name(TestStore where) {
        try (Bench bench = where.bench()) {
            bench.sql("delete from itsm_schema where schema_version < " + WANTED);
            bench.sql("update itsm_schema set schema_version = 0");
            assertThat(refused(bench.factory()).detail()).containsEntry("problem", "older");
            bench.sql("update itsm_schema set schema_version = " + (WANTED + 1));
            assertThat(refused(bench.factory()).detail())
                    .containsEntry("found", WANTED + 1)
                    .containsEntry("wanted", WANTED);
            bench.sql("update itsm_schema set schema_version = " + WANTED);
            bench.sql("alter table itsm_ticket rename column title to titel");
            assertThat(refused(bench.factory()).detail().get("cause").toString().toLowerCase(Locale.ROOT))
                    .contains("title");
            bench.sql("alter table itsm_ticket rename column titel to title");
            bench.sql("drop table itsm_comment");
            StoreUnavailable refusal = refused(bench.factory());
            assertThat(refusal.detail()).containsEntry("problem", "damaged");
            assertThat(refusal.detail().get("cause").toString().toLowerCase(Locale.ROOT))
                    .contains("itsm_comment");
        }
    }

    @Test
    void a_character_set_that_loses_characters_is_refused_on_mariadb() {
        try (Bench bench = TestStore.HIBERNATE_MARIADB.bench()) {
            bench.sql("alter table itsm_comment convert to character set utf8mb3");
            StoreUnavailable refusal = refused(bench.factory());
            assertThat(refusal.code()).isEqualTo("STORE_CHARSET");
            assertThat(refusal.detail().get("found").toString()).startsWith("itsm_comment.");
        }
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void the_scripts_run_once_and_leave_the_hosts_tables_alone(Server server) {
        Database database = server.databases.get();
        try (var pool = database.pool(4)) {
            run(pool, "create table flyway_schema_history (version varchar(50))");
            run(pool, "insert into flyway_schema_history values ('1')");
            assertThat(SchemaInitializer.on(pool).apply()).isEqualTo(WANTED);
            assertThat(SchemaInitializer.on(pool).apply()).isZero();
            run(pool, "insert into flyway_schema_history values ('2')");
            assertThat(column(pool, "select version from flyway_schema_history order by version"))
                    .containsExactly("1", "2");
        }
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void what_an_interrupted_run_left_is_completed(Server server) throws Exception {
        Database database = server.databases.get();
        try (var pool = database.pool(4)) {
            String script = script(database.kind());
            String[] statements = script.replaceAll("(?m)^--.*$", "").split(";");
            for (int i = 0; i < statements.length / 2; i++) {
                if (!statements[i].isBlank()) {
                    run(pool, statements[i]);
                }
            }
            assertThat(SchemaInitializer.on(pool).apply()).isEqualTo(WANTED);
            assertThat(SchemaInitializer.on(pool).apply()).isZero();
            try (EntityManagerFactory factory = Provider.HIBERNATE.on(pool)) {
                JpaStore.owning(factory).open(Kinds.ALL);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void two_nodes_at_once_take_turns(Server server) throws Exception {
        Database database = server.databases.get();
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try (var pool = database.pool(12)) {
            List<Future<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(nodes.submit(() -> SchemaInitializer.on(pool).apply()));
            }
            int applied = 0;
            for (Future<Integer> run : runs) {
                applied += run.get(90, TimeUnit.SECONDS);
            }
            assertThat(applied).isEqualTo(WANTED);
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void the_tables_may_live_in_a_schema_of_their_own() {
        Database database = TestDatabases.postgres();
        try (var pool = database.pool(4)) {
            run(pool, "create schema desk");
            assertThat(SchemaInitializer.on(pool).inSchema("desk").apply()).isEqualTo(WANTED);
            assertThat(SchemaInitializer.on(pool).inSchema("desk").apply()).isZero();
            try (EntityManagerFactory elsewhere = Provider.HIBERNATE.on(pool)) {
                assertThat(refused(elsewhere).detail()).containsEntry("problem", "missing");
            }
            try (EntityManagerFactory factory =
                    Provider.HIBERNATE.on(pool, Map.of("hibernate.default_schema", "desk"))) {
                JpaStore.owning(factory).open(Kinds.ALL);
            }
        }
    }

    @Test
    void somebody_without_the_rights_is_told_which_script_another_must_run() {
        Database database = TestDatabases.postgres();
        try (var owner = database.pool(2)) {
            run(owner, "create role guest login");
            Database guests =
                    new Database(database.kind(), database.url().replace("user=postgres", "user=guest"), "guest", "");
            try (var pool = guests.pool(2)) {
                StoreUnavailable refusal = catchThrowableOfType(
                        StoreUnavailable.class, () -> SchemaInitializer.on(pool).apply());
                assertThat(refusal.detail()).containsEntry("problem", "not applied");
                assertThat(refusal.detail()).containsEntry("file", "io/itsm4j/jpa/sql/postgresql/V001__itsm4j.sql");
                assertThat(refusal.detail().get("cause").toString()).contains("permission denied");
            } finally {
                run(owner, "drop role guest");
            }
        }
    }

    @Test
    void names_are_prefixed_short_and_no_words_of_sql() throws Exception {
        Set<String> reserved = Set.of(
                "group",
                "order",
                "user",
                "key",
                "value",
                "number",
                "action",
                "at",
                "type",
                "state",
                "start",
                "end",
                "size",
                "level",
                "comment",
                "date",
                "time",
                "timestamp",
                "interval",
                "row",
                "rows",
                "rank",
                "desc",
                "check",
                "primary",
                "references",
                "table",
                "column",
                "index",
                "sequence",
                "role",
                "session",
                "offset",
                "limit",
                "position",
                "condition",
                "system",
                "window",
                "over",
                "partition",
                "cause",
                "event",
                "name");
        for (String name : JpaStore.entityClassNames()) {
            Class<?> entity = Class.forName(name);
            String table = entity.getAnnotation(Table.class).name();
            assertThat(table).startsWith("itsm_").hasSizeLessThanOrEqualTo(30);
            for (Field field : entity.getDeclaredFields()) {
                Column column = field.getAnnotation(Column.class);
                if (column != null) {
                    assertThat(column.name()).as(table).matches("[a-z][a-z0-9_]{0,29}");
                    assertThat(reserved).as(table).doesNotContain(column.name());
                }
            }
        }
        for (String database : List.of("h2", "postgresql", "mariadb")) {
            Set<String> names = new HashSet<>();
            for (String word : script(database).split("[^a-z0-9_]+")) {
                if (word.matches("(ix|uq)_.*")) {
                    names.add(word);
                    assertThat(word).hasSizeLessThanOrEqualTo(30);
                }
            }
            assertThat(names).hasSizeGreaterThan(30);
        }
    }

    private static List<String> column(javax.sql.DataSource pool, String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Names that nobody quotes are upper case on H2; the start-up check says so instead of a failure later. */
    @ParameterizedTest
    @EnumSource(Server.class)
    void a_unit_that_quotes_every_name_serves_or_is_told_at_the_start(Server server) {
        Database database = server.databases.get();
        try (var pool = database.pool(4)) {
            SchemaInitializer.on(pool).apply();
            try (EntityManagerFactory factory =
                    Provider.HIBERNATE.on(pool, Map.of("hibernate.globally_quoted_identifiers", "true"))) {
                if (server == Server.H2) {
                    assertThat(refused(factory).detail()).containsEntry("problem", "missing");
                } else {
                    serves(factory);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Server.class)
    void a_unit_that_names_by_a_strategy_of_its_own_serves_or_is_told_at_the_start(Server server) {
        Database database = server.databases.get();
        try (var pool = database.pool(4)) {
            SchemaInitializer.on(pool).apply();
            String setting = "hibernate.physical_naming_strategy";
            try (EntityManagerFactory snakes = Provider.HIBERNATE.on(
                    pool, Map.of(setting, "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy"))) {
                serves(snakes);
            }
            try (EntityManagerFactory prefixed =
                    Provider.HIBERNATE.on(pool, Map.of(setting, Prefixed.class.getName()))) {
                assertThat(refused(prefixed).detail()).containsEntry("problem", "missing");
            }
        }
    }

    /** Calls every table something else. */
    public static final class Prefixed extends PhysicalNamingStrategyStandardImpl {

        @Override
        public Identifier toPhysicalTableName(Identifier name, JdbcEnvironment context) {
            return Identifier.toIdentifier("t_" + name.getText());
        }
    }

    private static void serves(EntityManagerFactory factory) {
        Itsm itsm = Itsm.builder().store(JpaStore.owning(factory)).build();
        var incidents = itsm.as(Actor.of("acme", "bob", Role.AGENT)).incidents();
        var opened = incidents.open(OpenTicket.titled("Printer").tagged("floor-3"));
        assertThat(incidents.start(opened.id()).version()).isEqualTo(2);
        assertThat(incidents.count(TicketAttributes.TAGS.is("floor-3"))).isEqualTo(1);
    }

    private static String script(String database) throws Exception {
        String path = "io/itsm4j/jpa/sql/" + database + "/V001__itsm4j.sql";
        try (InputStream in = JpaStore.class.getClassLoader().getResourceAsStream(path)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void run(javax.sql.DataSource pool, String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
