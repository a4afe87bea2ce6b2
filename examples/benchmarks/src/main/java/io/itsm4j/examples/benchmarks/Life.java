package io.itsm4j.examples.benchmarks;

/** One way to lead an incident through its life: open, assign, start, hold, resume, resolve, close. */
interface Life extends AutoCloseable {

    /** What it is called in the report; also its tenant. */
    String name();

    /** Seven transactions. */
    void live(long number);

    @Override
    void close();

    /** The title of the incident of a number. */
    static String title(long number) {
        return "Printer " + number + " on the third floor prints nothing";
    }

    String DESCRIPTION = "It was fine yesterday. Since this morning it blinks red and prints nothing at all.";
    String GROUP = "desk";
    String PERSON = "ann";
    String QUESTION = "Which of the two printers is it?";
    String CODE = "FIXED";
    String NOTES = "Replaced the drum.";
}
