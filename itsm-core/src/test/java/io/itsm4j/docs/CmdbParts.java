package io.itsm4j.docs;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.cmdb.CiSchema;
import io.itsm4j.cmdb.ClassPair;
import io.itsm4j.cmdb.Configuration;
import io.itsm4j.cmdb.Identifier;
import io.itsm4j.cmdb.ImpactQuery;
import io.itsm4j.cmdb.RegisterItem;
import io.itsm4j.cmdb.Relate;
import io.itsm4j.cmdb.RelationType;
import io.itsm4j.journal.IdSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables and the picture of the page on configuration management. */
final class CmdbParts {

    private CmdbParts() {}

    static Map<String, String> all() {
        return Map.of("ci-classes", classes(), "relation-types", relationTypes(), "impact-picture", picture());
    }

    private static String classes() {
        CiSchema schema = CiSchema.shipped();
        return GeneratedParts.table(
                List.of("class", "kind of", "its own attributes", "told apart by"),
                schema.classes().stream()
                        .map(each -> List.of(
                                "`" + each.name() + "`" + (each.isAbstract() ? " (abstract)" : ""),
                                Optional.ofNullable(each.parent())
                                        .map(CmdbParts::code)
                                        .orElse(""),
                                each.attributes().stream()
                                        .map(attribute -> code(attribute.key()))
                                        .collect(Collectors.joining(", ")),
                                schema.identifiers(each.name()).stream()
                                        .map(Identifier::toString)
                                        .map(CmdbParts::code)
                                        .collect(Collectors.joining(", ")))));
    }

    private static String code(String word) {
        return "`" + word + "`";
    }

    private static String relationTypes() {
        return GeneratedParts.table(
                List.of("type", "read backwards", "a failure", "joins", "cycles"),
                CiSchema.shipped().relationTypes().stream().map(CmdbParts::relationType));
    }

    private static List<String> relationType(RelationType type) {
        String joins = type.pairs().stream().map(CmdbParts::pair).collect(Collectors.joining(", "));
        return List.of(
                code(type.name()),
                code(type.inverse()),
                type.flow().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                joins.isEmpty() ? "any" : joins,
                type.isAcyclic() ? "no" : "yes");
    }

    private static String pair(ClassPair pair) {
        return code(pair.from()) + " to " + code(pair.to());
    }

    /** Two of three web servers stand in a rack that fails. */
    private static String picture() {
        try (Itsm itsm = Itsm.builder().ids(IdSource.seeded(1)).build()) {
            Configuration cmdb = itsm.as(Actor.of("acme", "bob", Role.AGENT)).configuration();
            String rack = item(cmdb, "location", "Rack 7");
            String other = item(cmdb, "location", "Rack 8");
            String database = item(cmdb, "database", "Ledger");
            String shop = item(cmdb, "application", "Shop");
            String billing = item(cmdb, "service", "Billing");
            String sales = item(cmdb, "service", "Sales");
            for (int i = 1; i <= 3; i++) {
                String web = item(cmdb, "server", "web-" + i);
                cmdb.relations().relate(web, "located-in", i < 3 ? rack : other);
                cmdb.relations().relate(Relate.of(shop, "runs-on", web).redundantly("web", 2));
            }
            String server = item(cmdb, "server", "db-1");
            cmdb.relations().relate(server, "located-in", rack);
            cmdb.relations().relate(database, "runs-on", server);
            cmdb.relations().relate(billing, "depends-on", database);
            cmdb.relations().relate(sales, "depends-on", shop);
            return "```mermaid\n"
                    + cmdb.impact()
                            .picture(cmdb.impact().analyse(ImpactQuery.failing(rack)))
                            .mermaid()
                    + "```\n";
        }
    }

    private static String item(Configuration cmdb, String ciClass, String name) {
        return cmdb.items().register(RegisterItem.of(ciClass, name)).id();
    }
}
