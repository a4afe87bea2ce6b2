package io.itsm4j.testkit;

import io.itsm4j.Itsm;
import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.ticket.TicketType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The lifecycles of the library's own ticket types. */
public final class ShippedLifecycles implements LifecycleSource {

    @Override
    public Map<String, Supplier<? extends Lifecycle<?>>> lifecycles() {
        Map<String, Supplier<? extends Lifecycle<?>>> all = new LinkedHashMap<>();
        try (Itsm itsm = Itsm.inMemory()) {
            for (TicketType<?> type : itsm.types()) {
                all.put(type.name(), type::lifecycle);
            }
        }
        return all;
    }
}
