package io.itsm4j.examples.replay;

/** Why library and log may disagree: a closed list. Anything else is a disagreement without an explanation. */
enum Explanation {
    CUT("the log was cut: it begins after the incident did"),
    TIME_GOES_BACK("the recorded time goes back; the library's clock stands still"),
    COUNTER_GOES_BACK("the recorded update counter goes back"),
    UPDATED_BEFORE_OPENED("the first update is dated before the opening"),
    NO_RESOLVED_AT("the log has no resolution time although it has the state"),
    RESOLVED_AGAIN("the recorded time is that of a later row of the resolved incident"),
    CLOSED_AGAIN("the recorded time is that of a later row of the closed incident"),
    PERSON_COUNTS("the library counts another person too, the log only another group"),
    FIRST_GROUP_COUNTS("the log counts the first group, the library does not"),
    COUNTED_UNSEEN("the log counts without showing another group or person"),
    STEPS("the steps explained above add up to the difference"),
    REFUSED("the lifecycle refused the change, see the refusals"),
    INSTANTS("the instants explained above add up to the difference");

    private final String text;

    Explanation(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
