package io.itsm4j.examples.benchmarks;

/** A ticket's journal so far. */
record Head(String tenant, String ticket, long sequence, String hash) {

    static Head none(String tenant, String ticket) {
        return new Head(tenant, ticket, 0, "0".repeat(64));
    }

    Head after(Entry entry) {
        return new Head(tenant, ticket, entry.sequence(), entry.hash());
    }
}
