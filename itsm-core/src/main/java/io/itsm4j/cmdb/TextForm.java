package io.itsm4j.cmdb;

import java.util.regex.Pattern;

/** What a text attribute looks like; a closed set, so that no pattern is ever read from stored data. */
public enum TextForm {
    /** Anything of one line. */
    ANY(".*"),
    /** Labels of letters, digits and hyphens joined by dots (RFC 1123), at most 253 characters. */
    HOST_NAME("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,62})(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,62}))*"),
    /** An IPv4 address in four decimal parts, or an IPv6 address in hexadecimal groups. */
    IP_ADDRESS(
            "((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)|(?=.{2,39}$)(?=.*:.*:)[0-9A-Fa-f:]+"),
    /** Six pairs of hexadecimal digits joined by colons or hyphens. */
    MAC_ADDRESS("[0-9A-Fa-f]{2}([:-][0-9A-Fa-f]{2}){5}");

    private final Pattern pattern;

    TextForm(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** Whether the text has the form. */
    boolean fits(String text) {
        return this == ANY || text.length() <= 300 && pattern.matcher(text).matches();
    }
}
