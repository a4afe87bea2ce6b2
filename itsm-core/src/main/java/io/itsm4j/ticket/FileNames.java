package io.itsm4j.ticket;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Makes file names and media types harmless for HTTP headers and file systems. */
public final class FileNames {

    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
    private static final String UNKNOWN = "application/octet-stream";

    private FileNames() {}

    /**
     * A {@code Content-Disposition} header value for a download, after RFC 6266: an ASCII name and the UTF-8 one. Send
     * {@code X-Content-Type-Options: nosniff} beside it.
     */
    public static String contentDisposition(String fileName) {
        String safe = sanitised(fileName);
        StringBuilder ascii = new StringBuilder();
        safe.codePoints().forEach(c -> ascii.append(c < 0x7f && c != '"' && c != '%' ? (char) c : '_'));
        StringBuilder encoded = new StringBuilder();
        for (byte b : safe.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b == '.' || b == '-';
            encoded.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b));
        }
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }

    /** The last step of a path, without control and direction characters, device names and trailing dots. */
    public static String sanitised(String fileName) {
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        last.codePoints()
                .filter(c -> !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT
                        && Character.getType(c) != Character.SURROGATE
                        && ":*?<>|".indexOf(c) < 0)
                .forEach(kept::appendCodePoint);
        String name = kept.toString().strip();
        while (name.endsWith(".") || name.endsWith(" ")) {
            name = name.substring(0, name.length() - 1);
        }
        String stem = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        boolean device = DEVICES.contains(stem.toLowerCase(Locale.ROOT))
                || stem.toLowerCase(Locale.ROOT).matches("(com|lpt)[0-9]");
        if (name.isEmpty() || device) {
            return "file" + (device ? "-" + name : "");
        }
        return name.codePointCount(0, name.length()) <= 200
                ? name
                : name.substring(name.offsetByCodePoints(name.length(), -200));
    }

    /** The media type when it has the form of one, else {@code application/octet-stream}. */
    public static String mediaType(@org.jspecify.annotations.Nullable String declared) {
        return declared != null && declared.matches("[a-z0-9][a-z0-9.+-]{0,60}/[a-z0-9][a-z0-9.+-]{0,60}")
                ? declared
                : UNKNOWN;
    }
}
