package io.itsm4j.jpa.problem;

import io.itsm4j.jpa.mapping.Mapping.DetailTable;
import io.itsm4j.problem.Problem;
import io.itsm4j.ticket.TicketRecord;
import java.util.Map;
import java.util.Optional;
import org.mapstruct.factory.Mappers;

/** Where problem details are written in columns. */
public final class ProblemTable {

    private ProblemTable() {}

    /** The table. */
    public static DetailTable<TicketRecord, ?, ?> table() {
        return new DetailTable<>(
                "problem",
                Problem.class,
                ProblemEntity.class,
                ticket -> ticket.details() instanceof Problem problem ? Optional.of(problem) : Optional.empty(),
                Mappers.getMapper(ProblemMapper.class),
                Map.of());
    }
}
