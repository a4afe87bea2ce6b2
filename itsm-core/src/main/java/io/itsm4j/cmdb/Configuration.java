package io.itsm4j.cmdb;

import io.itsm4j.ticket.Acting;
import io.itsm4j.ticket.Engine;
import io.itsm4j.ticket.Registry;

/** Configuration management for one actor. Light; made for a call or two. */
public final class Configuration {

    private final Engine engine;
    private final Acting acting;
    private final Cmdb cmdb;

    /** What somebody can do. */
    public Configuration(Engine engine, Acting acting, Cmdb cmdb) {
        this.engine = engine;
        this.acting = acting;
        this.cmdb = cmdb;
    }

    private Registry<ConfigurationItem> registry() {
        return new Registry<>(engine, cmdb.items(), acting);
    }

    /** Classes and types of relation. */
    public Schemas schema() {
        return new Schemas(engine, acting, cmdb);
    }

    /** Configuration items. */
    public Items items() {
        return new Items(engine, acting, cmdb, registry());
    }

    /** The relations between items. */
    public Relations relations() {
        return new Relations(cmdb, new Registry<>(engine, cmdb.relations(), acting));
    }

    /** Who is hit, and what rests on what. */
    public Impacts impact() {
        return new Impacts(cmdb, registry());
    }

    /** Named instants and their differences. */
    public Baselines baselines() {
        return new Baselines(cmdb, new Registry<>(engine, cmdb.baselines(), acting));
    }

    /** What feeds found, planned, reviewed, applied and taken back. */
    public Reconciliations reconciliation() {
        return new Reconciliations(cmdb, new Registry<>(engine, cmdb.reconciliations(), acting));
    }

    /** Records against reality. */
    public Audits audit() {
        return new Audits(engine, acting, cmdb);
    }
}
