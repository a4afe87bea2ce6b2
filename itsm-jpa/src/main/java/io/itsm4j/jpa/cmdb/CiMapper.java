package io.itsm4j.jpa.cmdb;

import io.itsm4j.cmdb.Certification;
import io.itsm4j.cmdb.CiAttributes;
import io.itsm4j.cmdb.ConfigurationItem;
import io.itsm4j.cmdb.Stewardship;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface CiMapper extends RecordMapper<ConfigurationItem, CiEntity> {

    @Override
    @Mapping(target = "status", source = "status.name")
    @Mapping(target = "statusCategory", source = "status.category")
    @Mapping(target = "live", expression = "java(record.isLive())")
    @Mapping(target = "searchText", expression = "java(searchText(record))")
    @Mapping(target = "criticality", expression = "java(CiValues.rank(record.criticality()))")
    @Mapping(target = "attributes", expression = "java(CiValues.write(record.attributes()))")
    @Mapping(target = "owner", source = "stewardship.owner")
    @Mapping(target = "supportGroup", source = "stewardship.group")
    @Mapping(target = "location", source = "stewardship.location")
    @Mapping(target = "service", source = "stewardship.service")
    @Mapping(target = "certifiedAt", source = "certification.at")
    @Mapping(target = "certifiedBy", source = "certification.by")
    @Mapping(target = "certifyBy", source = "certification.dueAt")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    CiEntity toRow(ConfigurationItem record);

    @Override
    @Mapping(target = "status", expression = "java(CiValues.state(row.getStatus(), row.getStatusCategory()))")
    @Mapping(target = "criticality", expression = "java(CiValues.criticality(row.getCriticality()))")
    @Mapping(target = "attributes", expression = "java(CiValues.read(row.getAttributes()))")
    @Mapping(target = "stewardship", source = "row")
    @Mapping(target = "certification", source = "row")
    @Mapping(target = "chain", source = "row")
    ConfigurationItem toRecord(CiEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget CiEntity row, ConfigurationItem record);

    @Mapping(target = "group", source = "supportGroup")
    Stewardship stewardship(CiEntity row);

    @Mapping(target = "at", source = "certifiedAt")
    @Mapping(target = "by", source = "certifiedBy")
    @Mapping(target = "dueAt", source = "certifyBy")
    Certification certification(CiEntity row);

    /** Folded for search. */
    default String searchText(ConfigurationItem record) {
        return String.valueOf(CiAttributes.SEARCH_TEXT.read(record));
    }
}
