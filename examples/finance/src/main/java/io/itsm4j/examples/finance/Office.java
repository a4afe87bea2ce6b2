package io.itsm4j.examples.finance;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.change.Changes;
import io.itsm4j.cmdb.CiAttributes;
import io.itsm4j.cmdb.Configuration;
import io.itsm4j.cmdb.ConfigurationItem;
import io.itsm4j.storage.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The office: its clock, the library inside it, and short ways to what the story needs. */
final class Office implements AutoCloseable {

    private final Storage storage;
    private final StoryClock clock = new StoryClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final Itsm itsm;

    Office(String store) {
        storage = Storage.named(store);
        itsm = Itsm.builder()
                .store(storage.store())
                .clock(clock)
                .directory(new People())
                .build();
    }

    Itsm itsm() {
        return itsm;
    }

    StoryClock clock() {
        return clock;
    }

    String storage() {
        return storage.title();
    }

    /** The configuration, as its keeper sees it. */
    Configuration cmdb() {
        return itsm.as(People.LIN).configuration();
    }

    Changes changes(Actor actor) {
        return itsm.as(actor).changes();
    }

    /** The item of a name. */
    ConfigurationItem item(String name) {
        List<ConfigurationItem> found =
                cmdb().items().page(PageRequest.of(CiAttributes.NAME.is(name))).items();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " items are called " + name);
        }
        return found.get(0);
    }

    String id(String name) {
        return item(name).id();
    }

    String name(String id) {
        return cmdb().items().get(id).name();
    }

    List<String> names(Collection<String> ids) {
        return ids.stream().map(this::name).sorted().toList();
    }

    @Override
    public void close() {
        itsm.close();
        storage.close();
    }
}
