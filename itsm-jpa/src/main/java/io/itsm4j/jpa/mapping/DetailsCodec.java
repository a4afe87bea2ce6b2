package io.itsm4j.jpa.mapping;

import io.itsm4j.StoreUnavailable;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.PersonId;
import io.itsm4j.ticket.TicketId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What only one type of ticket has, as JSON. The class is never named in the database: it is found by the name of the
 * ticket type, which the application declares.
 *
 * <p>A reader passes over what it does not know, so that a node of the version before can read what a newer one wrote.
 */
public final class DetailsCodec {

    /**
     * A mapper for each class, kept with that class: what it has learnt serves every store, and goes with the class.
     */
    private static final ClassValue<JsonMapper> JSON = new ClassValue<>() {
        @Override
        protected JsonMapper computeValue(Class<?> details) {
            return JsonMapper.builder()
                    .addMixIn(PersonId.class, Plain.class)
                    .addMixIn(GroupId.class, Plain.class)
                    .addMixIn(TicketId.class, Plain.class)
                    .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();
        }
    };

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** A type's details: how they are read, and what a new ticket has, as object and as text. */
    private record Known(ObjectReader reader, Object blank, String text) {}

    /** An id of one text is written as that text. */
    interface Plain {

        /** The text. */
        @com.fasterxml.jackson.annotation.JsonValue
        String value();
    }

    /** Makes sure that the details of a ticket type can be read. */
    public void learn(String ticketType, Class<?> details) {
        known.putIfAbsent(ticketType, undeclared(details));
    }

    /**
     * Declares the details of a ticket type.
     *
     * @param blank what a new ticket has; nearly every open ticket still has it, so its text is kept at hand
     */
    public void learn(String ticketType, Class<?> details, Object blank) {
        known.put(ticketType, new Known(reader(details), blank, text(blank)));
    }

    /** The JSON form. */
    public String write(String ticketType, Object details) {
        Known type = known.computeIfAbsent(ticketType, first -> undeclared(details.getClass()));
        return type.blank() == details ? type.text() : text(details);
    }

    private Known undeclared(Class<?> details) {
        return new Known(reader(details), new Object(), "");
    }

    private static ObjectReader reader(Class<?> details) {
        return JSON.get(details).readerFor(details);
    }

    private static String text(Object details) {
        return JSON.get(details.getClass()).writeValueAsString(details);
    }

    /**
     * The details.
     *
     * @throws StoreUnavailable with {@code DETAILS_UNKNOWN} when the ticket type was never declared, with
     *     {@code DETAILS_DAMAGED} when the text cannot be read
     */
    public Object read(String ticketType, String text) {
        Known type = known.get(ticketType);
        if (type == null) {
            throw new StoreUnavailable("DETAILS_UNKNOWN", Map.of("type", ticketType, "retryable", false));
        }
        if (type.text().equals(text)) {
            return type.blank();
        }
        try {
            return type.reader().readValue(text);
        } catch (JacksonException damaged) {
            throw new StoreUnavailable("DETAILS_DAMAGED", Map.of("type", ticketType, "retryable", false), damaged);
        }
    }
}
