package io.itsm4j.docs;

import io.itsm4j.actor.AccessPolicy;
import io.itsm4j.actor.Directory;
import io.itsm4j.actor.GroupId;
import io.itsm4j.actor.Permission;
import io.itsm4j.actor.Person;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Query;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.storage.Store;
import io.itsm4j.storage.UnitOfWork;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Hears what a command does at every port, in order, and who of the library was at work then. */
final class Trace {

    private static final ThreadLocal<Trace> CURRENT = new ThreadLocal<>();

    private final List<String> heard = new ArrayList<>();
    private final List<Set<String>> behind = new ArrayList<>();

    Trace() {
        CURRENT.set(this);
    }

    /** Notes something, unless it is the same as just before. */
    void hear(String what) {
        if (!heard.isEmpty() && heard.get(heard.size() - 1).equals(what)) {
            return;
        }
        heard.add(what);
        behind.add(StackWalker.getInstance()
                .walk(frames -> frames.map(frame -> frame.getClassName() + "." + plain(frame.getMethodName()))
                        .filter(frame -> frame.startsWith("io.itsm4j."))
                        .collect(Collectors.toSet())));
    }

    /** The method in which a lambda stands. */
    private static String plain(String method) {
        return method.startsWith("lambda$") ? method.split("\\$")[1] : method;
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    Set<String> behind(int event) {
        return behind.get(event);
    }

    void forget() {
        heard.clear();
        behind.clear();
    }

    Directory directory() {
        return new Directory() {
            @Override
            public Optional<Person> person(TenantId tenant, PersonId id) {
                hear("person");
                return Optional.empty();
            }

            @Override
            public Optional<Boolean> isMember(TenantId tenant, GroupId group, PersonId person) {
                return Optional.empty();
            }
        };
    }

    AccessPolicy policy(AccessPolicy real) {
        return (actor, permission, declared) -> {
            if (!permission.verb().equals(Permission.READ)) {
                hear("permits");
            }
            return real.permits(actor, permission, declared);
        };
    }

    Store listening(Store real) {
        return (Store) proxy(Store.class, real, (method, arguments) -> {
            if (!method.equals("inTransaction")) {
                return arguments;
            }
            hear("transaction");
            @SuppressWarnings("unchecked")
            Function<UnitOfWork, Object> work = (Function<UnitOfWork, Object>) arguments[0];
            Function<UnitOfWork, Object> heardWork = unit -> work.apply(listening(unit));
            return new Object[] {heardWork};
        });
    }

    private UnitOfWork listening(UnitOfWork real) {
        return (UnitOfWork) proxy(UnitOfWork.class, real, (method, arguments) -> {
            switch (method) {
                case "find" -> hear("find " + arguments[0] + " " + arguments[3]);
                case "list" -> hear("list " + ((Query<?>) arguments[0]).kind());
                case "insert", "update" -> hear(method + " " + ((RecordKind<?>) arguments[0]).name());
                default -> hear(method);
            }
            return arguments;
        });
    }

    /** What to do about a call before it goes on, and with which arguments it goes on. */
    private interface Ear {
        Object[] hear(String method, Object[] arguments);
    }

    private static Object proxy(Class<?> port, Object real, Ear ear) {
        return Proxy.newProxyInstance(
                Trace.class.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
                    try {
                        return method.invoke(
                                real, ear.hear(method.getName(), arguments == null ? new Object[0] : arguments));
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /**
     * An input whose checks are heard.
     *
     * @param text anything
     */
    record Watched(@Heard String text) {

        @Override
        public String text() {
            boolean asked = StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getMethodName().equals("checkPresent")));
            if (asked) {
                CURRENT.get().hear("required");
            }
            return text;
        }
    }

    /** Notes that the input is being checked. */
    @Constraint(validatedBy = Validator.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Heard {

        /** Never used. */
        String message() default "INVALID";

        /** As Jakarta Validation wants them. */
        Class<?>[] groups() default {};

        /** As Jakarta Validation wants it. */
        Class<? extends Payload>[] payload() default {};
    }

    /** Finds everything valid. */
    public static final class Validator implements ConstraintValidator<Heard, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            CURRENT.get().hear("validate");
            return true;
        }
    }
}
