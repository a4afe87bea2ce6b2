package io.itsm4j.release;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.TenantId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One deployment of a release to an environment, or its rolling back.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param release the release
 * @param environment where
 * @param production whether people depend on it
 * @param startedBy who started it
 * @param startedAt when
 * @param endedAt when it ended, or null while it runs
 * @param outcome what came of it
 * @param rollbackOf the run that it takes back, or null when it is a deployment
 * @param change the approved change it is done under, or null outside production
 */
public record DeploymentRun(
        String id,
        TenantId tenant,
        TicketId release,
        String environment,
        boolean production,
        PersonId startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        Outcome outcome,
        @Nullable String rollbackOf,
        @Nullable TicketId change) {

    /** What came of a run. */
    public enum Outcome {
        /** It is running. */
        RUNNING,
        /** It worked. */
        SUCCESSFUL,
        /** It did not. */
        FAILED,
        /** It worked, and was taken back later. */
        ROLLED_BACK
    }

    /** The primary key. */
    public static final Attribute<DeploymentRun, String> ID = Attribute.text("id", DeploymentRun::id);

    /** The release. */
    public static final Attribute<DeploymentRun, TicketId> RELEASE =
            Attribute.text("releaseId", DeploymentRun::release, TicketId::value);

    /** Where. */
    public static final Attribute<DeploymentRun, String> ENVIRONMENT =
            Attribute.text("environment", DeploymentRun::environment);

    /** Whether people depend on it. */
    public static final Attribute<DeploymentRun, Boolean> PRODUCTION =
            Attribute.flag("production", DeploymentRun::production);

    /** What came of it. */
    public static final Attribute<DeploymentRun, Outcome> OUTCOME =
            Attribute.text("outcome", DeploymentRun::outcome, Outcome::name);

    /** The run that it takes back. */
    public static final Attribute<DeploymentRun, String> ROLLBACK_OF =
            Attribute.text("rollbackOf", DeploymentRun::rollbackOf);

    /** When it started. */
    public static final Attribute<DeploymentRun, Instant> STARTED_AT =
            Attribute.<DeploymentRun>time("startedAt", DeploymentRun::startedAt).sorted();

    /** When it ended. */
    public static final Attribute<DeploymentRun, Instant> ENDED_AT = Attribute.time("endedAt", DeploymentRun::endedAt);

    /** How runs are stored. */
    public static final RecordKind<DeploymentRun> KIND = RecordKind.of(
                    "deployment", DeploymentRun.class, DeploymentRun::id, DeploymentRun::tenant)
            .with(ID, ENVIRONMENT, PRODUCTION, OUTCOME, ROLLBACK_OF, STARTED_AT, ENDED_AT)
            .lookup(RELEASE);

    /** Whether it takes another run back. */
    public boolean isRollback() {
        return rollbackOf != null;
    }

    DeploymentRun ended(Outcome how, Instant at) {
        return new DeploymentRun(
                id, tenant, release, environment, production, startedBy, startedAt, at, how, rollbackOf, change);
    }
}
