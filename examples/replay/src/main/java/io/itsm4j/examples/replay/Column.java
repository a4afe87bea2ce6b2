package io.itsm4j.examples.replay;

/** The columns that the replay reads, by their names in the log; others are left alone. */
enum Column {
    NUMBER("number"),
    STATE("incident_state"),
    REASSIGNMENTS("reassignment_count"),
    REOPENS("reopen_count"),
    UPDATES("sys_mod_count"),
    CALLER("caller_id"),
    OPENED_BY("opened_by"),
    OPENED_AT("opened_at"),
    UPDATED_BY("sys_updated_by"),
    UPDATED_AT("sys_updated_at"),
    CHANNEL("contact_type"),
    LOCATION("location"),
    CATEGORY("category"),
    SUBCATEGORY("subcategory"),
    SYMPTOM("u_symptom"),
    CI("cmdb_ci"),
    IMPACT("impact"),
    URGENCY("urgency"),
    PRIORITY("priority"),
    GROUP("assignment_group"),
    ASSIGNEE("assigned_to"),
    KNOWLEDGE("knowledge"),
    CONFIRMED("u_priority_confirmation"),
    PROBLEM("problem_id"),
    CHANGE("rfc"),
    CLOSED_CODE("closed_code"),
    RESOLVED_AT("resolved_at"),
    CLOSED_AT("closed_at"),
    MADE_SLA("made_sla", false);

    private final String title;
    private final boolean isNeeded;

    Column(String title) {
        this(title, true);
    }

    Column(String title, boolean isNeeded) {
        this.title = title;
        this.isNeeded = isNeeded;
    }

    /** Whether a log without it is refused. */
    boolean isNeeded() {
        return isNeeded;
    }

    String title() {
        return title;
    }
}
