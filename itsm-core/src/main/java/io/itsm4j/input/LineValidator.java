package io.itsm4j.input;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link Line}; linear in the text, without regular expressions. */
public final class LineValidator implements ConstraintValidator<Line, CharSequence> {

    private int max;
    private boolean required;
    private boolean multi;

    @Override
    public void initialize(Line line) {
        max = line.max();
        required = line.required();
        multi = line.multi();
    }

    @Override
    public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
        String fault = fault(text == null ? null : text.toString(), max, required, multi);
        if (fault != null) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
        }
        return fault == null;
    }

    /**
     * What is wrong with a text, for those who check without annotations.
     *
     * @param max the most code points
     * @param required whether null and blank text is a fault
     * @param multi whether line breaks and tabs are allowed
     * @return {@code REQUIRED}, {@code TOO_LONG} or {@code ILLEGAL_CHARACTER}; null when nothing is wrong
     */
    public static @Nullable String fault(@Nullable String text, int max, boolean required, boolean multi) {
        if (text == null) {
            return required ? "REQUIRED" : null;
        }
        int points = 0;
        boolean visible = false;
        for (int i = 0; i < text.length(); points++) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!isAllowed(c, multi)) {
                return "ILLEGAL_CHARACTER";
            }
            visible |= isVisible(c);
            if (points >= max) {
                return "TOO_LONG";
            }
        }
        return required && !visible ? "REQUIRED" : null;
    }

    private static boolean isAllowed(int c, boolean multi) {
        if (multi && (c == '\n' || c == '\r' || c == '\t')) {
            return true;
        }
        int type = Character.getType(c);
        boolean breaksLine = type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
        return type != Character.CONTROL && type != Character.SURROGATE && (multi || !breaksLine);
    }

    private static boolean isVisible(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.FORMAT
                && !Character.isISOControl(c);
    }
}
