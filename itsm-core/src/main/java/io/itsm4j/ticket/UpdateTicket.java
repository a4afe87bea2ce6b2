package io.itsm4j.ticket;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The input of editing a ticket. What is null stays as it is; an empty text clears what may be empty.
 *
 * @param title the new title, or null
 * @param description the new description, or null
 * @param requester who asked, or null
 * @param openedFor the person affected, or null
 * @param organisationUnit the unit, or null
 * @param category the category path, or null
 * @param service the service, or null
 * @param cis all affected configuration items, or null
 * @param impact how much is hit, or null
 * @param urgency how soon it is needed, or null
 * @param fields custom fields to set
 * @param clear keys of custom fields to remove
 */
public record UpdateTicket(
        @Line(max = 200) @Nullable String title,
        @Line(max = 65536, multi = true) @Nullable String description,
        @Line(max = 100) @Nullable String requester,
        @Line(max = 100) @Nullable String openedFor,
        @Line(max = 100) @Nullable String organisationUnit,
        @Line(max = 200) @Nullable String category,
        @Line(max = 100) @Nullable String service,
        @Size(max = Classification.CIS) @Nullable List<AffectedCi> cis,
        @Nullable Impact impact,
        @Nullable Urgency urgency,
        @Size(max = 200) Map<String, Object> fields,
        @Size(max = 200) Set<String> clear) {

    /** Copies the collections. */
    public UpdateTicket {
        cis = cis == null ? null : List.copyOf(cis);
        fields = Map.copyOf(fields);
        clear = Set.copyOf(clear);
    }

    /** The names of what can be edited; {@code fields} are all custom fields. */
    static final SortedSet<String> FIELDS = Collections.unmodifiableSortedSet(new TreeSet<>(List.of(
            "title",
            "description",
            "requester",
            "openedFor",
            "organisationUnit",
            "category",
            "service",
            "cis",
            "impact",
            "urgency",
            "fields")));

    /** Changes nothing yet. */
    public static final UpdateTicket NOTHING =
            new UpdateTicket(null, null, null, null, null, null, null, null, null, null, Map.of(), Set.of());

    /** Rates impact and urgency anew. */
    public static UpdateTicket rate(@Nullable Impact impact, @Nullable Urgency urgency) {
        return NOTHING.rated(impact, urgency);
    }

    /** The same with a new title. */
    public UpdateTicket titled(@Nullable String text) {
        return with(parts -> parts.title = text);
    }

    /** The same with a new description. */
    public UpdateTicket describedAs(@Nullable String text) {
        return with(parts -> parts.description = text);
    }

    /** The same with another requester. */
    public UpdateTicket requestedBy(@Nullable String person) {
        return with(parts -> parts.requester = person);
    }

    /** The same with another person affected. */
    public UpdateTicket affecting(@Nullable String person) {
        return with(parts -> parts.openedFor = person);
    }

    /** The same with another organisation unit. */
    public UpdateTicket ofUnit(@Nullable String unit) {
        return with(parts -> parts.organisationUnit = unit);
    }

    /** The same in another category. */
    public UpdateTicket inCategory(@Nullable String path) {
        return with(parts -> parts.category = path);
    }

    /** The same on another service. */
    public UpdateTicket onService(@Nullable String reference) {
        return with(parts -> parts.service = reference);
    }

    /** The same with these configuration items. */
    public UpdateTicket touching(@Nullable List<AffectedCi> items) {
        return with(parts -> parts.cis = items);
    }

    /** The same with impact and urgency. */
    public UpdateTicket rated(@Nullable Impact howMuch, @Nullable Urgency howSoon) {
        return with(parts -> {
            parts.impact = howMuch;
            parts.urgency = howSoon;
        });
    }

    /** The same with custom fields. */
    public UpdateTicket withFields(Map<String, Object> values) {
        return with(parts -> parts.fields = values);
    }

    /** The same without these custom fields. */
    public UpdateTicket without(String... keys) {
        return with(parts -> parts.clear = Set.copyOf(List.of(keys)));
    }

    private UpdateTicket with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.whole();
    }

    /** The components, while a copy is made in which some differ. */
    private static final class Parts {

        private @Nullable String title;
        private @Nullable String description;
        private @Nullable String requester;
        private @Nullable String openedFor;
        private @Nullable String organisationUnit;
        private @Nullable String category;
        private @Nullable String service;
        private @Nullable List<AffectedCi> cis;
        private @Nullable Impact impact;
        private @Nullable Urgency urgency;
        private Map<String, Object> fields;
        private Set<String> clear;

        Parts(UpdateTicket from) {
            title = from.title;
            description = from.description;
            requester = from.requester;
            openedFor = from.openedFor;
            organisationUnit = from.organisationUnit;
            category = from.category;
            service = from.service;
            cis = from.cis;
            impact = from.impact;
            urgency = from.urgency;
            fields = from.fields;
            clear = from.clear;
        }

        UpdateTicket whole() {
            return new UpdateTicket(
                    title,
                    description,
                    requester,
                    openedFor,
                    organisationUnit,
                    category,
                    service,
                    cis,
                    impact,
                    urgency,
                    fields,
                    clear);
        }
    }
}
