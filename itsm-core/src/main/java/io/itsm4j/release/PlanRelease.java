package io.itsm4j.release;

import io.itsm4j.input.Line;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input of planning a release. It replaces the plan there was.
 *
 * @param version what is released, for example {@code 4.2.0}
 * @param environments where it goes, in order; names differ
 * @param configuration what becomes of the configuration
 * @param from when deployment is planned to begin, or null
 * @param to when it is planned to end, or null
 * @param backout how it is taken back, or null
 */
public record PlanRelease(
        @Line(max = 100, required = true) @Nullable String version,
        @Size(max = 20) List<@Valid TargetEnvironment> environments,
        @Size(max = 500) List<@Valid ConfigurationEdit> configuration,
        @Nullable Instant from,
        @Nullable Instant to,
        @Line(max = 65536, multi = true) @Nullable String backout) {

    /** Copies the lists. */
    public PlanRelease {
        environments = List.copyOf(environments);
        configuration = List.copyOf(configuration);
    }

    /** A version that goes through environments. */
    public static PlanRelease of(@Nullable String version, TargetEnvironment... environments) {
        return new PlanRelease(version, List.of(environments), List.of(), null, null, null);
    }

    /** The same with what becomes of the configuration. */
    public PlanRelease writing(ConfigurationEdit... edits) {
        return new PlanRelease(version, environments, List.of(edits), from, to, backout);
    }

    /** The same in a window. */
    public PlanRelease between(@Nullable Instant begin, @Nullable Instant end) {
        return new PlanRelease(version, environments, configuration, begin, end, backout);
    }

    /** The same with a plan to take it back. */
    public PlanRelease backedOutBy(@Nullable String how) {
        return new PlanRelease(version, environments, configuration, from, to, how);
    }
}
