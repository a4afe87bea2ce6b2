package io.itsm4j.purchase;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.NotNull;

/**
 * Something that a contract covers, by its reference.
 *
 * @param kind what it is
 * @param reference its id or key
 */
public record Covered(
        @NotNull Kind kind,
        @Line(max = 100, required = true) String reference) {

    /** What a reference means. */
    public enum Kind {
        ASSET,
        CI,
        SERVICE
    }

    /** An asset, by its id. */
    public static Covered asset(String id) {
        return new Covered(Kind.ASSET, id);
    }

    /** A configuration item, by its id. */
    public static Covered ci(String id) {
        return new Covered(Kind.CI, id);
    }

    /** A service, by its key. */
    public static Covered service(String key) {
        return new Covered(Kind.SERVICE, key);
    }

    @Override
    public String toString() {
        return kind + " " + reference;
    }
}
