package io.itsm4j.testkit;

import io.itsm4j.storage.Store;
import io.itsm4j.storage.UnitOfWork;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A store that tells of every call before it is made, and of every transaction of its own before it ends, so that a
 * test can count calls, compare them, or throw in their place.
 */
public final class WatchedStore {

    /** Told when the work of a transaction is done and it would commit now. */
    public static final String COMMIT = "commit";

    private static final Set<String> BEGINS = Set.of("inTransaction", "inNewTransaction");

    private WatchedStore() {}

    /** The store, watched; what the watcher throws is thrown in place of the call. */
    public static Store of(Store store, Consumer<String> watcher) {
        return watched(Store.class, store, (method, arguments) -> {
            if (!BEGINS.contains(method.getName())) {
                return arguments;
            }
            watcher.accept(method.getName());
            boolean ours = method.getName().equals("inNewTransaction") || !store.isInTransaction();
            @SuppressWarnings("unchecked")
            Function<UnitOfWork, Object> work = (Function<UnitOfWork, Object>) arguments[0];
            Function<UnitOfWork, Object> told = unit -> {
                Object result = work.apply(watched(unit, watcher));
                if (ours) {
                    watcher.accept(COMMIT);
                }
                return result;
            };
            return new Object[] {told};
        });
    }

    private static UnitOfWork watched(UnitOfWork unit, Consumer<String> watcher) {
        return watched(UnitOfWork.class, unit, (method, arguments) -> {
            if (!method.getName().equals("rollbackOnly")) {
                watcher.accept(method.getName());
            }
            return arguments;
        });
    }

    @FunctionalInterface
    private interface Before {
        Object[] call(Method method, Object[] arguments);
    }

    private static <T> T watched(Class<T> type, T target, Before before) {
        Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            Object[] arguments = given == null ? new Object[0] : given;
            try {
                return method.invoke(target, before.call(method, arguments));
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        });
        return type.cast(proxy);
    }
}
