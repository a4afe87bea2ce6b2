package io.itsm4j.jpa.release;

import io.itsm4j.jpa.mapping.Mapping;
import io.itsm4j.jpa.mapping.Mapping.DetailTable;
import io.itsm4j.release.DeploymentRun;
import io.itsm4j.release.Release;
import io.itsm4j.ticket.TicketRecord;
import java.util.Map;
import java.util.Optional;
import org.mapstruct.factory.Mappers;

/** Where releases and their deployments are kept. */
public final class ReleaseTables {

    private ReleaseTables() {}

    /** The table of release details in columns. */
    public static DetailTable<TicketRecord, ?, ?> details() {
        return new DetailTable<>(
                "release",
                Release.class,
                ReleaseEntity.class,
                ticket -> ticket.details() instanceof Release release ? Optional.of(release) : Optional.empty(),
                Mappers.getMapper(ReleaseMapper.class),
                Map.of());
    }

    /** The table of deployments. */
    public static Mapping<?, ?> deployments() {
        return Mapping.of(DeploymentRun.KIND, DeploymentEntity.class, Mappers.getMapper(DeploymentMapper.class));
    }
}
