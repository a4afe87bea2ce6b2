package io.itsm4j.jpa.request;

import io.itsm4j.jpa.mapping.Json;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.Mapping.DetailMapper;
import io.itsm4j.request.Request;
import java.util.List;
import java.util.Map;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

@Mapper(config = MapperRules.class)
interface RequestMapper extends DetailMapper<Request, RequestEntity> {

    @Override
    @Mapping(target = "answers", source = "details.answers", qualifiedByName = "answers")
    @Mapping(target = "tasks", source = "details.tasks", qualifiedByName = "tasks")
    @Mapping(target = "approvalId", source = "details.mark.approval")
    @Mapping(target = "approvalState", source = "details.mark.state")
    @Mapping(target = "priceMinor", source = "details.price.minor")
    @Mapping(target = "currency", source = "details.price.currency")
    RequestEntity toRow(String id, String tenant, Request details);

    @Named("answers")
    default String answers(Map<String, List<String>> answers) {
        return Json.write(answers);
    }

    @Named("tasks")
    default String tasks(Map<String, String> tasks) {
        return Json.write(tasks);
    }
}
