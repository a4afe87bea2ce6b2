package io.itsm4j.interop;

import io.itsm4j.journal.FieldChange;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.lifecycle.StateCategory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of a ticket while its journal is read entry by entry. */
final class Standing {

    /** How the journal shows a value that was erased. */
    private static final String ERASED = "(erased)";

    private @Nullable StateCategory category;
    private String state = "";
    private String priority = "";
    private String group = "";
    private String assignee = "";

    /** Takes an entry in, and says what it meant for the work. */
    XesTransition after(JournalEntry entry) {
        Map<String, FieldChange> changes = changes(entry);
        StateCategory before = category;
        state = changed(changes, "state", state);
        priority = changed(changes, "priority", priority);
        group = changed(changes, "group", group);
        FieldChange category = changes.get("stateCategory");
        if (category != null && category.to() instanceof String is) {
            this.category = StateCategory.valueOf(is);
        }
        String had = assignee;
        assignee = changed(changes, "assignee", assignee);
        if (before == null || this.category == null) {
            return XesTransition.SCHEDULE;
        }
        if (changes.containsKey("state") && !entry.action().equals("migrate")) {
            XesTransition moved = XesTransition.between(before, state, this.category);
            if (moved != XesTransition.UNKNOWN) {
                return moved;
            }
        }
        if (assignee.isEmpty() || assignee.equals(had)) {
            return XesTransition.UNKNOWN;
        }
        return had.isEmpty() ? XesTransition.ASSIGN : XesTransition.REASSIGN;
    }

    String state() {
        return state;
    }

    String priority() {
        return priority;
    }

    String group() {
        return group;
    }

    /** The id of who works on it; empty for nobody, and when it was erased. */
    String assignee() {
        return assignee.equals(ERASED) ? "" : assignee;
    }

    static Map<String, FieldChange> changes(JournalEntry entry) {
        Map<String, FieldChange> changes = new LinkedHashMap<>();
        entry.changes().forEach(change -> changes.put(change.field(), change));
        return changes;
    }

    /** The wanted fields that an entry changed, as texts; one that was emptied is the empty text. */
    static Map<String, String> texts(JournalEntry entry, Set<String> wanted) {
        Map<String, String> texts = new LinkedHashMap<>();
        entry.changes().stream()
                .filter(change -> wanted.contains(change.field()))
                .forEach(change -> texts.put(change.field(), text(change.to())));
        return texts;
    }

    /** The items that an entry put on the ticket: their references, without where they come from. */
    static List<String> items(JournalEntry entry) {
        List<String> items = new ArrayList<>();
        FieldChange change = changes(entry).get("cis");
        if (change != null && change.to() instanceof List<?> all) {
            for (Object one : all) {
                String text = String.valueOf(one);
                int origin = text.lastIndexOf(' ');
                if (!text.endsWith(" EXCLUDED")) {
                    items.add(origin < 0 ? text : text.substring(0, origin));
                }
            }
        }
        return items;
    }

    private static String changed(Map<String, FieldChange> changes, String field, String present) {
        FieldChange change = changes.get(field);
        return change == null ? present : text(change.to());
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof List<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
    }
}
