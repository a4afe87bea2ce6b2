package io.itsm4j.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads any JSON text (RFC 8259), strictly: what is not JSON, and a name given twice, is refused. */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static @Nullable Object read(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.blanks();
        json.need(json.at == text.length(), "nothing behind the value");
        return value;
    }

    private @Nullable Object value() {
        blanks();
        need(at < text.length(), "a value");
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        blanks();
        while (text.charAt(at) != '}') {
            blanks();
            String name = string();
            blanks();
            need(text.charAt(at) == ':', "a colon");
            at++;
            need(!members.containsKey(name), "a name once: " + name);
            members.put(name, value());
            separator('}');
        }
        at++;
        return members;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> items = new ArrayList<>();
        at++;
        blanks();
        while (text.charAt(at) != ']') {
            items.add(value());
            separator(']');
        }
        at++;
        return items;
    }

    private void separator(char end) {
        blanks();
        if (text.charAt(at) == ',') {
            at++;
            blanks();
            need(text.charAt(at) != end, "something behind the comma");
        } else {
            need(text.charAt(at) == end, "a comma or " + end);
        }
    }

    private String string() {
        need(text.charAt(at) == '"', "a quotation mark");
        StringBuilder out = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            need(c >= 0x20, "no raw control character");
            if (c == '\\') {
                at++;
                switch (text.charAt(at)) {
                    case 'n' -> out.append('\n');
                    case 't' -> out.append('\t');
                    case 'r' -> out.append('\r');
                    case 'b' -> out.append('\b');
                    case 'f' -> out.append('\f');
                    case 'u' -> {
                        out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                        at += 4;
                    }
                    default -> {
                        need("\"\\/".indexOf(text.charAt(at)) >= 0, "an escape");
                        out.append(text.charAt(at));
                    }
                }
            } else {
                out.append(c);
            }
        }
        at++;
        return out.toString();
    }

    private Object number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(from, at);
        need(digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?"), "a number, not '" + digits + "'");
        return digits.matches("-?[0-9]+") ? (Object) Long.valueOf(digits) : (Object) Double.valueOf(digits);
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        need(text.startsWith(word, at), word);
        at += word.length();
        return meaning;
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void need(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("no JSON at " + at + ", which wants " + what);
        }
    }
}
