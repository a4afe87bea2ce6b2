package io.itsm4j.input;

import io.itsm4j.InvalidInput;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** Checks command records and reports every fault at once; thread-safe. */
public final class InputChecker {

    private static final Set<String> CODES = Set.of("REQUIRED", "TOO_LONG", "ILLEGAL_CHARACTER");

    private final Validator validator;

    /** A record has no lazy parts; without this each component is asked about where Jakarta Persistence is present. */
    private static final class Reachable implements TraversableResolver {

        @Override
        public boolean isReachable(
                @Nullable Object traversable,
                Path.Node component,
                Class<?> rootType,
                Path pathToTraversable,
                ElementType elementType) {
            return true;
        }

        @Override
        public boolean isCascadable(
                @Nullable Object traversable,
                Path.Node component,
                Class<?> rootType,
                Path pathToTraversable,
                ElementType elementType) {
            return true;
        }
    }

    /** One for all: it learns the constraints of a record's class once, and lets go of a class that nobody uses. */
    private static final class Shared {

        static final Validator VALIDATOR = validator();

        private static Validator validator() {
            try (ValidatorFactory factory = Validation.byProvider(HibernateValidator.class)
                    .configure()
                    .ignoreXmlConfiguration()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .traversableResolver(new Reachable())
                    .enableTraversableResolverResultCache(false)
                    .buildValidatorFactory()) {
                return factory.getValidator();
            }
        }
    }

    private InputChecker(Validator validator) {
        this.validator = validator;
    }

    /**
     * A checker on Hibernate Validator, without an expression language. What a host configures for its own validation
     * in {@code META-INF/validation.xml} does not reach it.
     */
    public static InputChecker create() {
        return new InputChecker(Shared.VALIDATOR);
    }

    /**
     * Checks an input.
     *
     * @param input the command's record
     * @param required names of record components that must be there
     * @throws InvalidInput naming every fault, in the order of the fields' names
     */
    public void check(Object input, List<String> required) {
        List<InvalidInput.Fault> faults = new ArrayList<>();
        for (ConstraintViolation<Object> violation : validator.validate(input)) {
            faults.add(fault(violation));
        }
        report(faults, input, required);
    }

    /**
     * Checks only that components are there, of an input whose constraints hold.
     *
     * @param input the command's record
     * @param required names of record components that must be there
     * @throws InvalidInput naming every missing one, in the order of their names
     */
    public void checkPresent(Object input, List<String> required) {
        if (!required.isEmpty()) {
            report(new ArrayList<>(), input, required);
        }
    }

    private static void report(List<InvalidInput.Fault> faults, Object input, List<String> required) {
        for (String name : required) {
            boolean known = faults.stream().anyMatch(fault -> fault.field().equals(name));
            if (!known && isMissing(component(input, name))) {
                faults.add(new InvalidInput.Fault(name, "REQUIRED"));
            }
        }
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparing(InvalidInput.Fault::field).thenComparing(InvalidInput.Fault::code));
            throw new InvalidInput(faults);
        }
    }

    private static boolean isMissing(@Nullable Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    private static @Nullable Object component(Object input, String name) {
        if (input instanceof Map<?, ?> map) {
            return map.get(name);
        }
        RecordComponent[] components = input.getClass().getRecordComponents();
        if (components != null) {
            for (RecordComponent component : components) {
                if (component.getName().equals(name)) {
                    return Reading.component(component, input);
                }
            }
        }
        return null;
    }

    private static InvalidInput.Fault fault(ConstraintViolation<Object> violation) {
        Annotation annotation = violation.getConstraintDescriptor().getAnnotation();
        String template = violation.getMessageTemplate();
        String field = field(violation.getPropertyPath());
        Map<String, Object> detail = new LinkedHashMap<>();
        if (annotation instanceof Line line) {
            detail.put("limit", line.max());
        } else if (annotation instanceof Min min) {
            detail.put("limit", "≥ " + min.value());
        } else if (annotation instanceof Max max) {
            detail.put("limit", "≤ " + max.value());
        } else if (annotation instanceof Size size) {
            detail.put("limit", size.max());
        }
        return new InvalidInput.Fault(field, code(annotation, template), detail);
    }

    /** A component's name as its caller wrote it, with the place or the key of an element where it has one. */
    private static String field(Path path) {
        StringBuilder field = new StringBuilder();
        for (Path.Node node : path) {
            Object place = node.getIndex() == null ? node.getKey() : node.getIndex();
            if (place != null) {
                field.append('[').append(place).append(']');
            }
            if (node.getKind() != ElementKind.CONTAINER_ELEMENT && node.getName() != null) {
                field.append(field.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return field.toString();
    }

    private static String code(Annotation annotation, String template) {
        if (CODES.contains(template)) {
            return template;
        }
        return switch (annotation.annotationType().getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" -> "REQUIRED";
            case "Size" -> "TOO_MANY";
            case "Min", "Max", "Positive", "PositiveOrZero", "DecimalMin", "DecimalMax" -> "OUT_OF_LIMIT";
            default -> "INVALID";
        };
    }
}
