package io.itsm4j.asset;

import io.itsm4j.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The text of a label: plain lines of a bounded length, in which nothing that was typed in can break out. */
final class AssetLabel {

    /** The most characters of a value. */
    static final int WIDTH = 60;

    private AssetLabel() {}

    static List<String> lines(Asset asset, Locale locale) {
        List<String> lines = new ArrayList<>();
        AssetIdentity identity = asset.identity();
        line(lines, "label.asset.number", asset.number(), locale);
        line(lines, "label.asset.name", identity.name(), locale);
        line(lines, "label.asset.tag", identity.tag(), locale);
        line(lines, "label.asset.model", identity.model(), locale);
        line(lines, "label.asset.serial", identity.serial(), locale);
        line(lines, "label.asset.costCentre", asset.terms().costCentre(), locale);
        return lines;
    }

    private static void line(List<String> lines, String key, @Nullable String value, Locale locale) {
        if (value != null) {
            lines.add(Messages.render(key, Map.of("value", cut(value)), locale));
        }
    }

    private static String cut(String value) {
        return value.codePointCount(0, value.length()) <= WIDTH
                ? value
                : value.substring(0, value.offsetByCodePoints(0, WIDTH - 1)) + "…";
    }
}
