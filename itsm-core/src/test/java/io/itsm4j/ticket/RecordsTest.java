package io.itsm4j.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.incident.Incidents;
import io.itsm4j.journal.JournalEntry;
import io.itsm4j.journal.Verification;
import io.itsm4j.memory.MemoryStore;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.Store;
import io.itsm4j.storage.UnitOfWork;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private final Actor bob = Actor.of("acme", "bob", Role.AGENT);
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();

    @Test
    void a_command_during_a_verification_breaks_no_chain() {
        Itsm itsm = Itsm.builder().store(interrupted(new MemoryStore())).build();
        Incidents desk = itsm.as(bob).incidents();
        TicketId id = desk.open(OpenTicket.titled("VPN is down")).id();
        meanwhile.add(() -> desk.start(id));

        Verification check = itsm.verify(TenantId.of("acme"));

        assertThat(meanwhile).isEmpty();
        assertThat(check.firstBreak()).isEmpty();
        assertThat(check.entries()).isEqualTo(2);
    }

    /** A store in which somebody else does what is to be done meanwhile, just before a journal is read. */
    private Store interrupted(Store real) {
        return proxy(Store.class, (self, method, arguments) -> {
            if (method.getName().endsWith("Transaction") && !method.getName().startsWith("is")) {
                @SuppressWarnings("unchecked")
                Function<UnitOfWork, Object> work = (Function<UnitOfWork, Object>) arguments[0];
                Function<UnitOfWork, Object> watched = unit -> work.apply(interrupted(unit));
                return method.invoke(real, watched);
            }
            return method.invoke(real, arguments);
        });
    }

    private UnitOfWork interrupted(UnitOfWork real) {
        return proxy(UnitOfWork.class, (self, method, arguments) -> {
            boolean journal = method.getName().equals("list")
                    && arguments[0] instanceof Query<?> query
                    && query.kind().equals(JournalEntry.KIND);
            if (journal && !meanwhile.isEmpty()) {
                CompletableFuture.runAsync(meanwhile.remove()).join();
            }
            return method.invoke(real, arguments);
        });
    }

    private static <T> T proxy(Class<T> port, InvocationHandler handler) {
        return port.cast(Proxy.newProxyInstance(
                RecordsTest.class.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    try {
                        return handler.invoke(self, method, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
