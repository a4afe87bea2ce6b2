package io.itsm4j.cmdb;

import io.itsm4j.RuleViolated;
import io.itsm4j.actor.Role;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Sort;
import io.itsm4j.ticket.Acting;
import io.itsm4j.ticket.Defined;
import io.itsm4j.ticket.Engine;
import io.itsm4j.ticket.Registry;
import io.itsm4j.ticket.StoredDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The classes of items and the types of relations of a tenant, and how they change at run time. Commands see a change
 * at once; questions about impact see one of another node within a minute.
 */
public final class Schemas {

    /** Who changes the schema. */
    static final Set<Role> WHO_MAY = Set.of(Role.MANAGER, CmdbPolicy.CONFIGURATION_MANAGER);

    private static final Action DEFINE = Action.of("define-ci-schema");
    private static final Action MIGRATE = Action.of("migrate");

    private final Engine engine;
    private final Acting acting;
    private final Cmdb cmdb;

    Schemas(Engine engine, Acting acting, Cmdb cmdb) {
        this.engine = engine;
        this.acting = acting;
        this.cmdb = cmdb;
    }

    private Registry<ConfigurationItem> items() {
        return new Registry<>(engine, cmdb.items(), acting);
    }

    /** What the library ships and what the tenant has defined. */
    public CiSchema current() {
        return items().read(cmdb::schema);
    }

    /**
     * Defines a class, or a new version of one. Items stay as they are until {@link #migrate} or their next change.
     *
     * @return the schema as it is then
     * @throws io.itsm4j.InvalidInput naming every fault
     * @throws io.itsm4j.NotPermitted unless a manager or a configuration manager asks
     */
    public CiSchema define(CiClass ciClass) {
        define(new SchemaPart(ciClass, null), SchemaPart.key(ciClass));
        return current();
    }

    /**
     * Defines a type of relation, or another definition of one. Relations that are there stay.
     *
     * @return the schema as it is then
     * @throws io.itsm4j.InvalidInput naming every fault
     * @throws io.itsm4j.NotPermitted unless a manager or a configuration manager asks
     */
    public CiSchema define(RelationType type) {
        define(new SchemaPart(null, type), SchemaPart.key(type));
        return current();
    }

    private void define(SchemaPart part, String key) {
        new Registry<>(engine, StoredDefinition.TYPE, acting).add(DEFINE, WHO_MAY, part, ledger -> {
            ledger.hold("~ci-schema");
            cmdb.changing(ledger);
            CiSchema before = cmdb.schema(ledger);
            CiClass ciClass = part.ciClass();
            RelationType type = part.relation();
            if (ciClass != null) {
                long revision = ledger.definition(SchemaPart.FORM, key)
                        .map(Defined::stored)
                        .map(StoredDefinition::revision)
                        .orElse(0L);
                before.with(ciClass, revision + 1);
            } else if (type != null) {
                before.with(type);
            }
            return ledger.define(SchemaPart.FORM, key, part);
        });
    }

    /**
     * Brings items of a class to its present definition, so many at a time, each in a command of its own.
     *
     * @param ciClass the class; its descendants are migrated under their own names
     * @param migration what becomes of what does not fit
     * @param most how many items at most, 1 to 10,000
     * @return how many items were brought along; fewer than asked for means that none is left
     * @throws io.itsm4j.InvalidInput with the first item that does not fit even so
     * @throws RuleViolated with {@code CI_STATUS_ENDS} when a status would end or revive items
     */
    public int migrate(String ciClass, ClassMigration migration, int most) {
        long version = current().version(ciClass);
        Criterion<ConfigurationItem> behind = CiAttributes.CLASS.is(ciClass).and(CiAttributes.SCHEMA.before(version));
        List<String> ids = items().read(ledger -> ledger
                .list(Query.of(CiAttributes.KIND, ledger.tenant(), behind)
                        .sortedBy(Sort.ascending(CiAttributes.ID))
                        .limitedTo(most))
                .stream()
                .map(ConfigurationItem::id)
                .toList());
        for (String id : ids) {
            items().change(
                            id,
                            MIGRATE,
                            WHO_MAY,
                            Map.of("class", ciClass),
                            (ledger, item) ->
                                    item.schema() < version && item.ciClass().equals(ciClass)
                                            ? new ItemWriter(cmdb, ledger, cmdb.schema(ledger)).migrate(item, migration)
                                            : item);
        }
        return ids.size();
    }
}
