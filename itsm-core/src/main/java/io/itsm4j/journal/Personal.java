package io.itsm4j.journal;

/**
 * Marks a value as personal while facts are collected: it enters the chain as a salted commitment.
 *
 * @param value the value
 */
public record Personal(String value) {}
