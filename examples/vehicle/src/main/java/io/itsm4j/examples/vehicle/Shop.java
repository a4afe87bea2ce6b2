package io.itsm4j.examples.vehicle;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import java.time.Instant;

/** The shop: its people, its clock, and the library inside it. */
final class Shop implements AutoCloseable {

    static final String TENANT = "main-street";

    /** Talks to customers. */
    static final Actor ANNA = staff("anna", RepairLifecycle.ADVISOR);

    /** Repairs. */
    static final Actor MAX = staff("max", RepairLifecycle.MECHANIC);

    /** Repairs. */
    static final Actor MEI = staff("mei", RepairLifecycle.MECHANIC);

    /** Inspects, and is a mechanic when there is much to do. */
    static final Actor IVAN = staff("ivan", RepairLifecycle.INSPECTOR, RepairLifecycle.MECHANIC);

    /** Inspects. */
    static final Actor IRIS = staff("iris", RepairLifecycle.INSPECTOR);

    /** Owns the shop and answers for what it promises. */
    static final Actor OLGA = staff("olga", RepairLifecycle.ADVISOR, Role.MANAGER);

    /** Looks at everything and touches nothing. */
    static final Actor OTTO = Actor.of(TENANT, "otto", Role.AUDITOR);

    private final Storage storage;
    private final ShopClock clock = new ShopClock(Instant.parse("2026-03-02T07:30:00Z"));
    private final Itsm itsm;

    Shop(String store) {
        storage = Storage.named(store);
        itsm = Itsm.builder()
                .store(storage.store())
                .clock(clock)
                .type(RepairType.REPAIR)
                .build();
        Promise.make(itsm.as(OLGA));
    }

    private static Actor staff(String name, Role... roles) {
        Role[] all = new Role[roles.length + 1];
        System.arraycopy(roles, 0, all, 1, roles.length);
        all[0] = Role.AGENT;
        return Actor.of(TENANT, name, all).inGroups("workshop");
    }

    static Actor customer(String name) {
        return Actor.of(TENANT, name, Role.REQUESTER);
    }

    Itsm itsm() {
        return itsm;
    }

    ShopClock clock() {
        return clock;
    }

    String storage() {
        return storage.title();
    }

    Workshop as(Actor member) {
        return new Workshop(itsm.as(member));
    }

    @Override
    public void close() {
        itsm.close();
        storage.close();
    }
}
