package io.itsm4j.testkit;

import io.itsm4j.Itsm;
import io.itsm4j.ItsmException;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.IdSource;
import io.itsm4j.storage.Store;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;

/** What contract suites share: an empty store before each test, a clock that stands, and the usual people. */
public abstract class Contract {

    protected static final TenantId ACME = TenantId.of("acme");

    protected final Actor alice = Actor.of("acme", "alice", Role.REQUESTER);
    protected final Actor bob = Actor.of("acme", "bob", Role.AGENT).inGroups("network");
    protected final Actor carol =
            Actor.of("acme", "carol", Role.AGENT, Role.MANAGER).inGroups("desk");
    protected final Actor mia = Actor.of("acme", "mia", Role.AGENT, Role.MAJOR_INCIDENT_MANAGER);

    protected final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");

    protected Store store;

    /** How the store is made. */
    protected abstract StoreFixture fixture();

    /** Whether to show the full size of what is about large numbers. */
    protected boolean isFull() {
        return "full".equals(System.getProperty("itsm.test.size")) && fixture().showsFullSizes();
    }

    @BeforeEach
    void emptyTheStore() {
        store = fixture().empty();
    }

    /** A builder on the empty store, with the standing clock and repeatable ids. */
    protected Itsm.Builder builder() {
        return Itsm.builder().store(store).clock(clock).ids(IdSource.seeded(7));
    }

    /** Another node on the same records, with ids of its own. */
    protected Itsm.Builder otherNode() {
        return Itsm.builder().store(fixture().secondNode()).clock(clock).ids(IdSource.seeded(11));
    }

    /** Runs what must be refused and returns the refusal. */
    protected static <T extends ItsmException> T refused(Class<T> kind, String code, ThrowingCallable work) {
        T failure = Assertions.catchThrowableOfType(kind, work);
        Assertions.assertThat(failure).as("must be refused with %s", code).isNotNull();
        Assertions.assertThat(failure.code()).isEqualTo(code);
        return failure;
    }
}
