package io.itsm4j.ticket;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Fills what a new ticket does not say itself.
 *
 * @param name what {@link OpenTicket#fromTemplate} names
 * @param defaults the values; its title is used when the ticket has none
 */
public record TicketTemplate(String name, OpenTicket defaults) {

    OpenTicket fill(OpenTicket given) {
        Map<String, Object> fields = new HashMap<>(defaults.fields());
        fields.putAll(given.fields());
        Set<String> tags = new HashSet<>(defaults.tags());
        tags.addAll(given.tags());
        return new OpenTicket(
                or(given.title(), defaults.title()),
                or(given.description(), defaults.description()),
                given.requester(),
                given.openedFor(),
                or(given.organisationUnit(), defaults.organisationUnit()),
                or(given.channel(), defaults.channel()),
                or(given.category(), defaults.category()),
                or(given.service(), defaults.service()),
                given.cis().isEmpty() ? defaults.cis() : given.cis(),
                or(given.impact(), defaults.impact()),
                or(given.urgency(), defaults.urgency()),
                or(given.group(), defaults.group()),
                or(given.assignee(), defaults.assignee()),
                tags,
                fields,
                given.restrictedTo().isEmpty() ? defaults.restrictedTo() : given.restrictedTo(),
                given.watchers(),
                given.externalReference(),
                given.parent(),
                given.template(),
                given.openedAt());
    }

    private static <T> @org.jspecify.annotations.Nullable T or(
            @org.jspecify.annotations.Nullable T given, @org.jspecify.annotations.Nullable T fallback) {
        return given != null ? given : fallback;
    }
}
