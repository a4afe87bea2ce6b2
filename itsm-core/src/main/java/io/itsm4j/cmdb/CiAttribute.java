package io.itsm4j.cmdb;

import io.itsm4j.storage.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Declares an attribute of a class of items. Pure data; {@link CiSchema} checks it.
 *
 * @param key the name: letters of any script, digits, {@code _} and {@code -}; 1 to 40 characters
 * @param type what it holds
 * @param isRequired whether every item of the class must have it
 * @param isIndexed whether items can be searched by it
 * @param form what a text looks like
 * @param options the allowed values of an option
 * @param min the least number, or the fewest characters of a text; null for no bound
 * @param max the greatest number, or the most characters of a text; null for no bound beyond 2,000 characters
 */
public record CiAttribute(
        String key,
        Type type,
        boolean isRequired,
        boolean isIndexed,
        TextForm form,
        List<String> options,
        @Nullable Long min,
        @Nullable Long max) {

    /** What an attribute holds. */
    public enum Type {
        /** Text of one line, at most 2,000 characters. */
        TEXT(Attribute.Plain.TEXT),
        /** A whole number of 64 bits. */
        NUMBER(Attribute.Plain.NUMBER),
        /** Yes or no. */
        FLAG(Attribute.Plain.FLAG),
        /** An instant in microseconds. */
        TIME(Attribute.Plain.TIME),
        /** One of the options. */
        OPTION(Attribute.Plain.TEXT);

        private final Attribute.Plain plain;

        Type(Attribute.Plain plain) {
            this.plain = plain;
        }

        Attribute.Plain plain() {
            return plain;
        }
    }

    /** Copies the options. */
    public CiAttribute {
        options = List.copyOf(options);
    }

    /** An optional text. */
    public static CiAttribute text(String key) {
        return new CiAttribute(key, Type.TEXT, false, false, TextForm.ANY, List.of(), null, null);
    }

    /** An optional text of a form. */
    public static CiAttribute text(String key, TextForm form) {
        return new CiAttribute(key, Type.TEXT, false, false, form, List.of(), null, null);
    }

    /** An optional whole number. */
    public static CiAttribute number(String key) {
        return new CiAttribute(key, Type.NUMBER, false, false, TextForm.ANY, List.of(), null, null);
    }

    /** An optional yes or no. */
    public static CiAttribute flag(String key) {
        return new CiAttribute(key, Type.FLAG, false, false, TextForm.ANY, List.of(), null, null);
    }

    /** An optional instant. */
    public static CiAttribute time(String key) {
        return new CiAttribute(key, Type.TIME, false, false, TextForm.ANY, List.of(), null, null);
    }

    /** An optional choice of these values. */
    public static CiAttribute option(String key, String... options) {
        return new CiAttribute(key, Type.OPTION, false, false, TextForm.ANY, List.of(options), null, null);
    }

    /** The same, needed by every item. */
    public CiAttribute required() {
        return new CiAttribute(key, type, true, isIndexed, form, options, min, max);
    }

    /** The same, to be searched by. */
    public CiAttribute indexed() {
        return new CiAttribute(key, type, isRequired, true, form, options, min, max);
    }

    /** The same within bounds: of a number, or of the characters of a text. */
    public CiAttribute within(@Nullable Long least, @Nullable Long most) {
        return new CiAttribute(key, type, isRequired, isIndexed, form, options, least, most);
    }
}
