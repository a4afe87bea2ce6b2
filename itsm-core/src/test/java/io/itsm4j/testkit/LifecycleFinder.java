package io.itsm4j.testkit;

import io.itsm4j.lifecycle.Lifecycle;
import io.itsm4j.lifecycle.LifecycleBuilder;
import io.itsm4j.ticket.TicketType;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** Finds lifecycles in classes that somebody named. */
final class LifecycleFinder {

    /** There is no such class, or nothing to check in it. */
    static final class NothingFound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NothingFound(String message) {
            super(message);
        }
    }

    private LifecycleFinder() {}

    static Map<String, Supplier<? extends Lifecycle<?>>> onTheClassPath() {
        Map<String, Supplier<? extends Lifecycle<?>>> found = new LinkedHashMap<>();
        ServiceLoader.load(LifecycleSource.class).forEach(source -> found.putAll(source.lifecycles()));
        if (found.isEmpty()) {
            throw new NothingFound("no class was named, and no " + LifecycleSource.class.getName()
                    + " is a service on the class path");
        }
        return found;
    }

    /** What a class hands out: as a source, or by its static fields and methods. */
    static Map<String, Supplier<? extends Lifecycle<?>>> in(String className) {
        Class<?> type;
        try {
            type = Class.forName(className, false, LifecycleFinder.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new NothingFound("there is no class " + className + " on the class path");
        }
        if (LifecycleSource.class.isAssignableFrom(type)) {
            return made(type.asSubclass(LifecycleSource.class)).lifecycles();
        }
        Map<String, Supplier<? extends Lifecycle<?>>> found = members(type);
        if (found.isEmpty()) {
            throw new NothingFound(className + " is no LifecycleSource and has no static field, and no static method"
                    + " without parameters, of type Lifecycle, LifecycleBuilder or TicketType");
        }
        return found;
    }

    private static Map<String, Supplier<? extends Lifecycle<?>>> members(Class<?> type) {
        Map<String, Supplier<? extends Lifecycle<?>>> found = new LinkedHashMap<>();
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && isOne(field.getType())) {
                found.put(name(type, field.getName()), () -> lifecycle(open(field), () -> field.get(null)));
            }
        }
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic()
                        && method.getParameterCount() == 0
                        && isOne(method.getReturnType()))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> found.put(
                        name(type, method.getName() + "()"), () -> lifecycle(open(method), () -> method.invoke(null))));
        return found;
    }

    private static boolean isOne(Class<?> type) {
        return type == Lifecycle.class || type == TicketType.class || LifecycleBuilder.class.isAssignableFrom(type);
    }

    private static String name(Class<?> type, String member) {
        return type.getSimpleName() + "." + member;
    }

    private static <T extends AccessibleObject> T open(T member) {
        member.setAccessible(true);
        return member;
    }

    private interface Reading {
        Object read() throws ReflectiveOperationException;
    }

    private static Lifecycle<?> lifecycle(AccessibleObject member, Reading reading) {
        Object value;
        try {
            value = reading.read();
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (thrown.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new NothingFound(member + " failed: " + thrown.getCause());
        } catch (ReflectiveOperationException refused) {
            throw new NothingFound(member + " cannot be read: " + refused);
        }
        if (value instanceof LifecycleBuilder<?> definition) {
            return definition.build();
        }
        if (value instanceof TicketType<?> type) {
            return type.lifecycle();
        }
        if (value instanceof Lifecycle<?> lifecycle) {
            return lifecycle;
        }
        throw new NothingFound(member + " is null");
    }

    private static LifecycleSource made(Class<? extends LifecycleSource> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException failed) {
            throw new NothingFound(type.getName() + " cannot be made without arguments: " + failed);
        }
    }
}
