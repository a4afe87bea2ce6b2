package io.itsm4j.ticket;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The input of opening a ticket. Immutable; holds what was given and checks nothing itself.
 *
 * @param title one line
 * @param description any text, or null
 * @param requester who asks; the actor when null
 * @param openedFor the person affected; the requester when null
 * @param organisationUnit the unit of the person affected, or null
 * @param channel how it reached the desk; in-app when null
 * @param category the category path, or null
 * @param service the service, or null
 * @param cis affected configuration items
 * @param impact how much is hit; low when null
 * @param urgency how soon it is needed; low when null
 * @param group the support group; routing decides when null
 * @param assignee the person to work on it, or null
 * @param tags free words
 * @param fields custom fields by key
 * @param restrictedTo the groups that alone may see it
 * @param watchers who else wants to know
 * @param externalReference its number in another system, or null
 * @param parent the ticket it is part of, or null
 * @param template the template that fills what is not given, or null
 * @param openedAt when it was reported, if before now; now when null
 */
public record OpenTicket(
        @Line(max = 200, required = true) @Nullable String title,
        @Line(max = 65536, multi = true) @Nullable String description,
        @Line(max = 100) @Nullable String requester,
        @Line(max = 100) @Nullable String openedFor,
        @Line(max = 100) @Nullable String organisationUnit,
        @Nullable Channel channel,
        @Line(max = 200) @Nullable String category,
        @Line(max = 100) @Nullable String service,
        @Size(max = Classification.CIS) List<String> cis,
        @Nullable Impact impact,
        @Nullable Urgency urgency,
        @Line(max = 100) @Nullable String group,
        @Line(max = 100) @Nullable String assignee,
        @Size(max = Classification.TAGS) Set<String> tags,
        @Size(max = 200) Map<String, Object> fields,
        @Size(max = 50) Set<String> restrictedTo,
        @Size(max = People.WATCHERS) Set<String> watchers,
        @Line(max = 100) @Nullable String externalReference,
        @Nullable TicketId parent,
        @Line(max = 100) @Nullable String template,
        @Nullable Instant openedAt) {

    /** Copies the collections. */
    public OpenTicket {
        cis = List.copyOf(cis);
        tags = Set.copyOf(tags);
        fields = Map.copyOf(fields);
        restrictedTo = Set.copyOf(restrictedTo);
        watchers = Set.copyOf(watchers);
    }

    /** A ticket with a title and nothing else. */
    public static OpenTicket titled(@Nullable String title) {
        return new OpenTicket(
                title, null, null, null, null, null, null, null, List.of(), null, null, null, null, Set.of(), Map.of(),
                Set.of(), Set.of(), null, null, null, null);
    }

    /** The same under another title. */
    public OpenTicket retitled(@Nullable String text) {
        return new OpenTicket(
                text,
                description,
                requester,
                openedFor,
                organisationUnit,
                channel,
                category,
                service,
                cis,
                impact,
                urgency,
                group,
                assignee,
                tags,
                fields,
                restrictedTo,
                watchers,
                externalReference,
                parent,
                template,
                openedAt);
    }

    /** The same with a description. */
    public OpenTicket describedAs(@Nullable String text) {
        return new OpenTicket(
                title,
                text,
                requester,
                openedFor,
                organisationUnit,
                channel,
                category,
                service,
                cis,
                impact,
                urgency,
                group,
                assignee,
                tags,
                fields,
                restrictedTo,
                watchers,
                externalReference,
                parent,
                template,
                openedAt);
    }

    /** The same on the request of a person. */
    public OpenTicket requestedBy(@Nullable String person) {
        return new OpenTicket(
                title,
                description,
                person,
                openedFor,
                organisationUnit,
                channel,
                category,
                service,
                cis,
                impact,
                urgency,
                group,
                assignee,
                tags,
                fields,
                restrictedTo,
                watchers,
                externalReference,
                parent,
                template,
                openedAt);
    }

    /** The same for the person affected. */
    public OpenTicket affecting(@Nullable String person) {
        return new OpenTicket(
                title,
                description,
                requester,
                person,
                organisationUnit,
                channel,
                category,
                service,
                cis,
                impact,
                urgency,
                group,
                assignee,
                tags,
                fields,
                restrictedTo,
                watchers,
                externalReference,
                parent,
                template,
                openedAt);
    }

    /** The same for an organisation unit. */
    public OpenTicket ofUnit(@Nullable String unit) {
        return new OpenTicket(
                title,
                description,
                requester,
                openedFor,
                unit,
                channel,
                category,
                service,
                cis,
                impact,
                urgency,
                group,
                assignee,
                tags,
                fields,
                restrictedTo,
                watchers,
                externalReference,
                parent,
                template,
                openedAt);
    }

    /** The same by a channel. */
    public OpenTicket via(@Nullable Channel how) {
        return new OpenTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                how,
                category,
                service,
                cis,
                impact,
                urgency,
                group,
                assignee,
                tags,
                fields,
                restrictedTo,
                watchers,
                externalReference,
                parent,
                template,
                openedAt);
    }

    /** The same in a category. */
    public OpenTicket inCategory(@Nullable String path) {
        return new OpenTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                channel,
                path,
                service,
                cis,
                impact,
                urgency,
                group,
                assignee,
                tags,
                fields,
                restrictedTo,
                watchers,
                externalReference,
                parent,
                template,
                openedAt);
    }

    /** The same on a service. */
    public OpenTicket onService(@Nullable String reference) {
        return new OpenTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                channel,
                category,
                reference,
                cis,
                impact,
                urgency,
                group,
                assignee,
                tags,
                fields,
                restrictedTo,
                watchers,
                externalReference,
                parent,
                template,
                openedAt);
    }

    /** The same touching configuration items. */
    public OpenTicket touching(String... items) {
        return new OpenTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                channel,
                category,
                service,
                List.of(items),
                impact,
                urgency,
                group,
                assignee,
                tags,
                fields,
                restrictedTo,
                watchers,
                externalReference,
                parent,
                template,
                openedAt);
    }

    /** The same with impact and urgency. */
    public OpenTicket rated(@Nullable Impact howMuch, @Nullable Urgency howSoon) {
        return new OpenTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                channel,
                category,
                service,
                cis,
                howMuch,
                howSoon,
                group,
                assignee,
                tags,
                fields,
                restrictedTo,
                watchers,
                externalReference,
                parent,
                template,
                openedAt);
    }

    /** The same for a support group. */
    public OpenTicket forGroup(@Nullable String name) {
        return new OpenTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                channel,
                category,
                service,
                cis,
                impact,
                urgency,
                name,
                assignee,
                tags,
                fields,
                restrictedTo,
                watchers,
                externalReference,
                parent,
                template,
                openedAt);
    }

    /** The same for a person to work on. */
    public OpenTicket forAssignee(@Nullable String person) {
        return new OpenTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                channel,
                category,
                service,
                cis,
                impact,
                urgency,
                group,
                person,
                tags,
                fields,
                restrictedTo,
                watchers,
                externalReference,
                parent,
                template,
                openedAt);
    }

    /** The same with tags. */
    public OpenTicket tagged(String... words) {
        return new OpenTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                channel,
                category,
                service,
                cis,
                impact,
                urgency,
                group,
                assignee,
                Set.copyOf(List.of(words)),
                fields,
                restrictedTo,
                watchers,
                externalReference,
                parent,
                template,
                openedAt);
    }

    /** The same with custom fields. */
    public OpenTicket withFields(Map<String, Object> values) {
        return new OpenTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                channel,
                category,
                service,
                cis,
                impact,
                urgency,
                group,
                assignee,
                tags,
                values,
                restrictedTo,
                watchers,
                externalReference,
                parent,
                template,
                openedAt);
    }

    /** The same, visible to these groups alone. */
    public OpenTicket restrictedToGroups(String... groups) {
        return new OpenTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                channel,
                category,
                service,
                cis,
                impact,
                urgency,
                group,
                assignee,
                tags,
                fields,
                Set.copyOf(List.of(groups)),
                watchers,
                externalReference,
                parent,
                template,
                openedAt);
    }

    /** The same with watchers. */
    public OpenTicket watchedBy(String... people) {
        return new OpenTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                channel,
                category,
                service,
                cis,
                impact,
                urgency,
                group,
                assignee,
                tags,
                fields,
                restrictedTo,
                Set.copyOf(List.of(people)),
                externalReference,
                parent,
                template,
                openedAt);
    }

    /** The same with its number in another system. */
    public OpenTicket referredToAs(@Nullable String number) {
        return new OpenTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                channel,
                category,
                service,
                cis,
                impact,
                urgency,
                group,
                assignee,
                tags,
                fields,
                restrictedTo,
                watchers,
                number,
                parent,
                template,
                openedAt);
    }

    /** The same as part of another ticket. */
    public OpenTicket under(@Nullable TicketId ticket) {
        return new OpenTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                channel,
                category,
                service,
                cis,
                impact,
                urgency,
                group,
                assignee,
                tags,
                fields,
                restrictedTo,
                watchers,
                externalReference,
                ticket,
                template,
                openedAt);
    }

    /** The same, filled from a template. */
    public OpenTicket fromTemplate(@Nullable String name) {
        return new OpenTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                channel,
                category,
                service,
                cis,
                impact,
                urgency,
                group,
                assignee,
                tags,
                fields,
                restrictedTo,
                watchers,
                externalReference,
                parent,
                name,
                openedAt);
    }

    /** The same, reported earlier. */
    public OpenTicket reportedAt(@Nullable Instant when) {
        return new OpenTicket(
                title,
                description,
                requester,
                openedFor,
                organisationUnit,
                channel,
                category,
                service,
                cis,
                impact,
                urgency,
                group,
                assignee,
                tags,
                fields,
                restrictedTo,
                watchers,
                externalReference,
                parent,
                template,
                when);
    }
}
