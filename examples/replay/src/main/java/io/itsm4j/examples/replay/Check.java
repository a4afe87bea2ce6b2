package io.itsm4j.examples.replay;

/** What the library and the log are asked alike. */
enum Check {
    FIRST_STATE("the first row is New", "incident"),
    TIME_ORDER("times of an incident go forward", "step"),
    UPDATE_ORDER("its update counter goes forward", "step"),
    STATE("state after each row", "row"),
    PRIORITY("priority after each row", "row"),
    ASSIGNMENT("group and person after each row", "row"),
    REASSIGNMENT("reassignment counted by each row", "step"),
    FINAL_STATE("state in the end", "incident"),
    OPENED("opened at", "incident"),
    RESOLVED("resolved at", "incident"),
    CLOSED("closed at", "incident"),
    REASSIGNMENTS("reassignments in the end", "incident"),
    REOPENS("reopened how often", "incident"),
    BACKLOG("open incidents at a date", "date"),
    JOURNAL("journal chains are intact", "chain");

    private final String title;
    private final String unit;

    Check(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }
}
