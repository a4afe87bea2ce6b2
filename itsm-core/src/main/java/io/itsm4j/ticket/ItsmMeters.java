package io.itsm4j.ticket;

/** What the library measures. Tags have few values; ids, tenants and categories are never tags. */
public enum ItsmMeters {
    /** Executed commands, by type, action and outcome (ok, repeated, or the kind of failure). Base unit: seconds. */
    COMMANDS("itsm.commands", "timer", "seconds", "type, action, outcome"),
    /** An observation around each command, by type and action; its errors are the command's. */
    OBSERVATION("itsm.command", "observation", "seconds", "type, action"),
    /** Due work, by milestone and outcome (done, gone, failed). */
    DUE("itsm.due", "counter", "items", "milestone, outcome"),
    /** How long the oldest item that this node found when it last looked for due work had been due; 0 for none. */
    DUE_LAG("itsm.due.lag", "gauge", "seconds", ""),
    /** Outbox deliveries, by outcome (delivered, failed, dead). */
    DELIVERIES("itsm.deliveries", "counter", "events", "outcome");

    private final String meter;
    private final String kind;
    private final String unit;
    private final String tags;

    ItsmMeters(String meter, String kind, String unit, String tags) {
        this.meter = meter;
        this.kind = kind;
        this.unit = unit;
        this.tags = tags;
    }

    /** The meter's name. */
    public String meter() {
        return meter;
    }

    /** What kind of meter it is. */
    public String kind() {
        return kind;
    }

    /** What it counts in. */
    public String unit() {
        return unit;
    }

    /** The keys of its tags. */
    public String tags() {
        return tags;
    }
}
