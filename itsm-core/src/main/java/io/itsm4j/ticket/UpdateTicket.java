package io.itsm4j.ticket;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Changes nothing yet. */
    public static final UpdateTicket NOTHING =
            new UpdateTicket(null, null, null, null, null, null, null, null, null, null, Map.of(), Set.of());

    /** Rates impact and urgency anew. */
    public static UpdateTicket rate(@Nullable Impact impact, @Nullable Urgency urgency) {
        return NOTHING.rated(impact, urgency);
    }

    /** The same with a new title. */
    public UpdateTicket titled(@Nullable String text) {
        return new UpdateTicket(
                text,
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

    /** The same with a new description. */
    public UpdateTicket describedAs(@Nullable String text) {
        return new UpdateTicket(
                title,
                text,
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

    /** The same with another requester. */
    public UpdateTicket requestedBy(@Nullable String person) {
        return new UpdateTicket(
                title,
                description,
                person,
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

    /** The same with another person affected. */
    public UpdateTicket affecting(@Nullable String person) {
        return new UpdateTicket(
                title,
                description,
                requester,
                person,
                organisationUnit,
                category,
                service,
                cis,
                impact,
                urgency,
                fields,
                clear);
    }

    /** The same with another organisation unit. */
    public UpdateTicket ofUnit(@Nullable String unit) {
        return new UpdateTicket(
                title, description, requester, openedFor, unit, category, service, cis, impact, urgency, fields, clear);
    }

    /** The same in another category. */
    public UpdateTicket inCategory(@Nullable String path) {
        return new UpdateTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                path,
                service,
                cis,
                impact,
                urgency,
                fields,
                clear);
    }

    /** The same on another service. */
    public UpdateTicket onService(@Nullable String reference) {
        return new UpdateTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                category,
                reference,
                cis,
                impact,
                urgency,
                fields,
                clear);
    }

    /** The same with these configuration items. */
    public UpdateTicket touching(@Nullable List<AffectedCi> items) {
        return new UpdateTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                category,
                service,
                items,
                impact,
                urgency,
                fields,
                clear);
    }

    /** The same with impact and urgency. */
    public UpdateTicket rated(@Nullable Impact howMuch, @Nullable Urgency howSoon) {
        return new UpdateTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                category,
                service,
                cis,
                howMuch,
                howSoon,
                fields,
                clear);
    }

    /** The same with custom fields. */
    public UpdateTicket withFields(Map<String, Object> values) {
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
                values,
                clear);
    }

    /** The same without these custom fields. */
    public UpdateTicket without(String... keys) {
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
                Set.copyOf(List.of(keys)));
    }
}
