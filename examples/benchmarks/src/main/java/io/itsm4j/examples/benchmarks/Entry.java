package io.itsm4j.examples.benchmarks;

/**
 * A journal row as it lies in the table.
 *
 * @param at microseconds since 1970
 */
record Entry(
        String id,
        String tenant,
        String ticket,
        long sequence,
        String event,
        String action,
        long at,
        String canonical,
        String personal,
        String previousHash,
        String hash) {}
