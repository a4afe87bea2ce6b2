package io.itsm4j.examples.replay;

/** What the library and the log are asked alike. */
enum Check {
    FIRST_STATE("the first row is New"),
    TIME_ORDER("times of an incident go forward"),
    UPDATE_ORDER("its update counter goes forward"),
    STATE("state after each row"),
    PRIORITY("priority after each row"),
    ASSIGNMENT("group and person after each row"),
    REASSIGNMENT("reassignment counted by each row"),
    FINAL_STATE("state in the end"),
    OPENED("opened at"),
    RESOLVED("resolved at"),
    CLOSED("closed at"),
    REASSIGNMENTS("reassignments in the end"),
    REOPENS("reopened how often"),
    BACKLOG("open incidents at a date"),
    JOURNAL("journal chains are intact");

    private final String title;

    Check(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
