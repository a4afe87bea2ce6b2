package io.itsm4j.approval;

import io.itsm4j.InvalidInput;
import io.itsm4j.ticket.DefinitionForm;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An approval policy as plain data: how it is stored as a definition, and inside the approvals that began with it. */
public final class PolicyForm {

    /** The form of approval policies among the stored definitions. */
    public static final DefinitionForm<ApprovalPolicy> FORM =
            new DefinitionForm<>("approval-policy", PolicyForm::write, PolicyForm::read);

    private PolicyForm() {}

    /** The policy as texts, whole numbers, booleans, lists and maps; what has its default is left out. */
    public static Map<String, Object> write(ApprovalPolicy policy) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", policy.name());
        data.put("steps", policy.steps().stream().map(PolicyForm::step).toList());
        if (!policy.separated()) {
            data.put("separated", false);
        }
        return data;
    }

    private static Map<String, Object> step(ApprovalStep step) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("name", step.name());
        data.put(
                "approvers", step.approvers().stream().map(PolicyForm::approver).toList());
        data.put("quorum", quorum(step.quorum()));
        if (!step.due().isZero()) {
            data.put("due", step.due().toString());
        }
        if (!step.reminders().isEmpty()) {
            data.put(
                    "reminders",
                    step.reminders().stream().map(Duration::toString).toList());
        }
        if (step.expiry() != Expiry.NOTHING) {
            data.put("expiry", step.expiry().name());
        }
        if (!step.escalateTo().isEmpty()) {
            data.put(
                    "escalateTo",
                    step.escalateTo().stream().map(PolicyForm::approver).toList());
        }
        return data;
    }

    private static Map<String, Object> approver(Approver approver) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", approver.kind().name());
        data.put("name", approver.name());
        if (approver.weight() != 1) {
            data.put("weight", (long) approver.weight());
        }
        return data;
    }

    private static Map<String, Object> quorum(Quorum quorum) {
        if (quorum instanceof Quorum.AtLeast some) {
            return Map.of("rule", "at-least", "count", (long) some.count());
        }
        if (quorum instanceof Quorum.Percent share) {
            return Map.of(
                    "rule",
                    "percent",
                    "percent",
                    (long) share.percent(),
                    "rounding",
                    share.rounding().name());
        }
        if (quorum instanceof Quorum.Weighted weighted) {
            return Map.of("rule", "weighted", "weight", (long) weighted.weight());
        }
        return Map.of("rule", quorum instanceof Quorum.All ? "all" : "any");
    }

    /**
     * The policy of such data.
     *
     * @throws InvalidInput with {@code INVALID} when it is none
     */
    public static ApprovalPolicy read(Map<String, ?> data) {
        try {
            List<ApprovalStep> steps = list(data, "steps").stream()
                    .map(step -> readStep(map(step)))
                    .toList();
            return new ApprovalPolicy(text(data, "name"), steps, !Boolean.FALSE.equals(data.get("separated")));
        } catch (IllegalArgumentException | ClassCastException | NullPointerException | DateTimeParseException wrong) {
            throw new InvalidInput("policy", "INVALID", Map.of("cause", String.valueOf(wrong.getMessage())));
        }
    }

    private static ApprovalStep readStep(Map<String, ?> data) {
        Object due = data.get("due");
        Object expiry = data.get("expiry");
        return new ApprovalStep(
                text(data, "name"),
                approvers(data, "approvers"),
                readQuorum(map(data.get("quorum"))),
                due == null ? Duration.ZERO : Duration.parse((String) due),
                list(data, "reminders").stream()
                        .map(each -> Duration.parse((String) each))
                        .toList(),
                expiry == null ? Expiry.NOTHING : Expiry.valueOf((String) expiry),
                approvers(data, "escalateTo"));
    }

    private static List<Approver> approvers(Map<String, ?> data, String key) {
        return list(data, key).stream()
                .map(PolicyForm::map)
                .map(each -> new Approver(
                        Approver.Kind.valueOf(text(each, "kind")),
                        text(each, "name"),
                        each.containsKey("weight") ? number(each, "weight") : 1))
                .toList();
    }

    private static Quorum readQuorum(Map<String, ?> data) {
        return switch (text(data, "rule")) {
            case "any" -> Quorum.any();
            case "all" -> Quorum.all();
            case "at-least" -> Quorum.atLeast(number(data, "count"));
            case "percent" -> Quorum.percent(number(data, "percent"), Rounding.valueOf(text(data, "rounding")));
            case "weighted" -> Quorum.weighing(number(data, "weight"));
            default -> throw new IllegalArgumentException("no such rule: " + data);
        };
    }

    private static String text(Map<String, ?> data, String key) {
        return (String) java.util.Objects.requireNonNull(data.get(key), key);
    }

    private static int number(Map<String, ?> data, String key) {
        return Math.toIntExact(((Number) java.util.Objects.requireNonNull(data.get(key), key)).longValue());
    }

    private static List<?> list(Map<String, ?> data, String key) {
        Object value = data.get(key);
        return value == null ? List.of() : (List<?>) value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> map(@org.jspecify.annotations.Nullable Object value) {
        return (Map<String, ?>) java.util.Objects.requireNonNull(value);
    }
}
