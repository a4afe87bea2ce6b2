package io.itsm4j.change;

import io.itsm4j.input.Line;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The input of assessing a change.
 *
 * @param answers the answers to the risk questionnaire, by question
 * @param feasibility whether it can be done, or null
 * @param performance what it does to performance, or null
 * @param services what it does to existing services, or null
 * @param resources what it takes, or null
 */
public record AssessChange(
        @Size(max = 100) Map<String, String> answers,
        @Line(max = 65536, multi = true) @Nullable String feasibility,
        @Line(max = 65536, multi = true) @Nullable String performance,
        @Line(max = 65536, multi = true) @Nullable String services,
        @Line(max = 65536, multi = true) @Nullable String resources) {

    /** Copies the answers. */
    public AssessChange {
        answers = Map.copyOf(answers);
    }

    /** With the answers alone. */
    public static AssessChange answering(Map<String, String> answers) {
        return new AssessChange(answers, null, null, null, null);
    }

    /** The same with what it means for others. */
    public AssessChange judging(
            @Nullable String canBeDone,
            @Nullable String toPerformance,
            @Nullable String toServices,
            @Nullable String takes) {
        return new AssessChange(answers, canBeDone, toPerformance, toServices, takes);
    }
}
