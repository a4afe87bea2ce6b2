package io.itsm4j.jpa.problem;

import io.itsm4j.jpa.mapping.Json;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.Mapping.DetailMapper;
import io.itsm4j.problem.Problem;
import java.util.List;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper(config = MapperRules.class)
interface ProblemMapper extends DetailMapper<Problem, ProblemEntity> {

    @Override
    @Mapping(target = "rcaMethod", source = "details.rootCause.method")
    @Mapping(target = "rootCause", source = "details.rootCause.cause")
    @Mapping(target = "causeCategory", source = "details.rootCause.category")
    @Mapping(target = "factors", source = "details.rootCause.factors")
    @Mapping(target = "riskUntil", source = "details.risk.until")
    @Mapping(target = "riskBy", source = "details.risk.by")
    @Mapping(target = "riskReason", source = "details.risk.reason")
    ProblemEntity toRow(String id, String tenant, Problem details);

    default String factors(List<String> factors) {
        return Json.write(factors);
    }
}
