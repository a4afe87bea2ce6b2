package io.itsm4j.jpa.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The SQL scripts in the jar, one a version, which hosts with Flyway or Liquibase run themselves. */
final class Scripts {

    /** The version this library needs. */
    static final int VERSION = 8;

    private static final List<String> NAMES = List.of(
            "V001__itsm4j.sql", //
            "V002__service_levels.sql", //
            "V003__approvals.sql", //
            "V004__changes.sql", //
            "V005__problems_requests_releases.sql", //
            "V006__configuration.sql", //
            "V007__assets_and_parts.sql", //
            "V008__purchases.sql");

    private Scripts() {}

    /** Where the script lies that leads to a version. */
    static String path(String database, int version) {
        return "io/itsm4j/jpa/sql/" + database + "/" + NAMES.get(version - 1);
    }

    /** The version whose script makes a table. */
    static int making(String database, String table) {
        for (int version = 1; version < VERSION; version++) {
            if (statements(database, version).stream()
                    .anyMatch(statement -> statement.startsWith("create table if not exists " + table + " "))) {
                return version;
            }
        }
        return VERSION;
    }

    /** The statements of the script that leads to a version. */
    static List<String> statements(String database, int version) {
        String path = path(database, version);
        try (InputStream in = Scripts.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + path);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.replaceAll("(?m)^--.*$", "").split(";\\s*\\n"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
