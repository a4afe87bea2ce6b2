package io.itsm4j.jpa.incident;

import io.itsm4j.incident.Incident;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.Mapping.DetailMapper;
import org.mapstruct.Mapper;

@Mapper(config = MapperRules.class)
interface IncidentMapper extends DetailMapper<Incident, IncidentEntity> {

    @Override
    IncidentEntity toRow(String id, String tenant, Incident details);
}
