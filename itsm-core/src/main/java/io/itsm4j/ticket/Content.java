package io.itsm4j.ticket;

/**
 * What a ticket says.
 *
 * @param title one line, at most 200 code points
 * @param description any text, at most 65,536 code points; empty when there is none
 */
public record Content(String title, String description) {}
