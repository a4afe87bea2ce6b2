package io.itsm4j.cmdb;

/**
 * A way from one status of an item to another.
 *
 * @param from the name of the status it leaves
 * @param to the name of the status it enters
 */
public record StatusMove(String from, String to) {

    /** Reads as {@code StatusMove.of("LIVE", "RETIRED")}. */
    public static StatusMove of(String from, String to) {
        return new StatusMove(from, to);
    }
}
