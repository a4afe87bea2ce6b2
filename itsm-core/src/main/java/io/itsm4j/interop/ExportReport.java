package io.itsm4j.interop;

/**
 * What an export wrote.
 *
 * @param tickets how many tickets
 * @param entries how many journal entries
 */
public record ExportReport(long tickets, long entries) {}
