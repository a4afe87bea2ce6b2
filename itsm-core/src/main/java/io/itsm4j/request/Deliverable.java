package io.itsm4j.request;

/**
 * What a service hands over.
 *
 * @param name what it is
 * @param frequency how often
 */
public record Deliverable(Wording name, Frequency frequency) {}
