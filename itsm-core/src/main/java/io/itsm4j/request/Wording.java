package io.itsm4j.request;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The same text in several languages.
 *
 * @param texts by language tag, for example {@code en} and {@code zh-CN}
 */
public record Wording(Map<String, String> texts) {

    private static final String ENGLISH = "en";
    private static final String CHINESE = "zh-CN";

    /** Copies the texts. */
    public Wording {
        texts = Map.copyOf(texts);
    }

    /** A text in English. */
    public static Wording of(String english) {
        return new Wording(Map.of(ENGLISH, english));
    }

    /** A text in English and Simplified Chinese. */
    public static Wording of(String english, String chinese) {
        return new Wording(Map.of(ENGLISH, english, CHINESE, chinese));
    }

    /** The text in a language: exactly that one, else one of the same language, else English, else any. */
    public String in(Locale locale) {
        Map<String, String> sorted = new TreeMap<>(texts);
        String exact = sorted.get(locale.toLanguageTag());
        if (exact != null) {
            return exact;
        }
        return sorted.entrySet().stream()
                .filter(entry ->
                        Locale.forLanguageTag(entry.getKey()).getLanguage().equals(locale.getLanguage()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> sorted.getOrDefault(
                        ENGLISH, sorted.values().stream().findFirst().orElse("")));
    }

    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
