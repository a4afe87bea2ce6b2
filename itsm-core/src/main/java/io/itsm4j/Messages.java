package io.itsm4j;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Texts for people. Templates name their values ({@code {field}}), are expanded once, and never interpret the value
 * itself, so that a title of <code>{limit}</code> or {@code %s} is shown as it is.
 */
public final class Messages {

    private static final String BUNDLE = "io.itsm4j.messages";
    private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /**
     * Renders a text.
     *
     * @param key the code of a failure or the key of a label
     * @param values the values the template names; a name without a value is left as it stands
     * @param locale the wanted language; what is not Chinese is answered in English
     * @return one line; a key without a text is answered with the key and its values
     */
    public static String render(String key, Map<String, ?> values, Locale locale) {
        String template = template(key, locale);
        if (template == null) {
            return values.isEmpty() ? key : key + " " + oneLine(values.toString());
        }
        StringBuilder text = new StringBuilder(template.length() + 32);
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                return text.append(template, at, template.length()).toString();
            }
            Object value = values.get(template.substring(open + 1, close));
            text.append(template, at, open);
            text.append(value == null ? template.substring(open, close + 1) : oneLine(shown(value)));
            at = close + 1;
        }
        return text.toString();
    }

    private static String shown(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }

    private static @org.jspecify.annotations.Nullable String template(String key, Locale locale) {
        Locale wanted = "zh".equals(locale.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ROOT;
        try {
            return ResourceBundle.getBundle(BUNDLE, wanted, Messages.class.getClassLoader(), NO_DEFAULT_LOCALE)
                    .getString(key);
        } catch (MissingResourceException missing) {
            return null;
        }
    }

    /** Shows control and bidirectional formatting characters as escapes, so that a log line stays one line. */
    static String oneLine(String text) {
        if (text.chars().noneMatch(Messages::isHidden)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            safe.append(isHidden(c) ? String.format(Locale.ROOT, "\\u%04X", (int) c) : String.valueOf(c));
        }
        return safe.toString();
    }

    private static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
