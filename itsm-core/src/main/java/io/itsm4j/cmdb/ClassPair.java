package io.itsm4j.cmdb;

/**
 * Two classes that a type of relation may join; descendants of them too.
 *
 * @param from the class of the first end
 * @param to the class of the second end
 */
public record ClassPair(String from, String to) {

    /** Reads as {@code ClassPair.of("application", "server")}. */
    public static ClassPair of(String from, String to) {
        return new ClassPair(from, to);
    }
}
