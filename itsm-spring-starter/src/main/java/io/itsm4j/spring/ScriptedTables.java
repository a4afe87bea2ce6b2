package io.itsm4j.spring;

import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.Sequence;
import org.hibernate.mapping.Table;
import org.hibernate.tool.schema.spi.SchemaFilter;
import org.hibernate.tool.schema.spi.SchemaFilterProvider;

/**
 * Keeps Hibernate from making, changing and dropping our tables, which the scripts make; it may still look at them. The
 * host's own tables are left to it as before.
 */
public final class ScriptedTables implements SchemaFilterProvider {

    /** Made by Hibernate. */
    public ScriptedTables() {}

    @Override
    public SchemaFilter getCreateFilter() {
        return HostsOnly.FILTER;
    }

    @Override
    public SchemaFilter getDropFilter() {
        return HostsOnly.FILTER;
    }

    @Override
    public SchemaFilter getTruncatorFilter() {
        return HostsOnly.FILTER;
    }

    @Override
    public SchemaFilter getMigrateFilter() {
        return HostsOnly.FILTER;
    }

    @Override
    public SchemaFilter getValidateFilter() {
        return SchemaFilter.ALL;
    }

    private static final class HostsOnly implements SchemaFilter {

        static final HostsOnly FILTER = new HostsOnly();

        @Override
        public boolean includeNamespace(Namespace namespace) {
            return true;
        }

        @Override
        public boolean includeTable(Table table) {
            return !table.getName().regionMatches(true, 0, "itsm_", 0, 5);
        }

        @Override
        public boolean includeSequence(Sequence sequence) {
            return true;
        }
    }
}
