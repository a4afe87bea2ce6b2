package io.itsm4j.jpa.change;

import io.itsm4j.change.Change;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.Mapping.DetailMapper;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

@Mapper(config = MapperRules.class)
interface ChangeMapper extends DetailMapper<Change, ChangeEntity> {

    @Override
    @Mapping(target = "id", source = "id")
    @Mapping(target = "tenant", source = "tenant")
    @Mapping(target = ".", source = "details.plans")
    @Mapping(target = ".", source = "details.schedule")
    @Mapping(target = "kind", source = "details.kind")
    @Mapping(target = "template", source = "details.template")
    @Mapping(target = "reason", source = "details.reason")
    @Mapping(target = "justification", source = "details.justification")
    @Mapping(target = "riskScore", source = "details.risk.score")
    @Mapping(target = "riskLevel", source = "details.risk.level")
    @Mapping(target = "riskModel", source = "details.risk.algorithm")
    @Mapping(target = "approval", source = "details.approval.approval")
    @Mapping(target = "approvalState", source = "details.approval.state")
    @Mapping(target = "approvalOwedBy", source = "details.approvalOwedBy")
    @Mapping(target = "board", source = "details.board")
    @Mapping(target = "freezeWaivedBy", source = "details.freezeWaiver.by")
    @Mapping(target = "conflictWaivedBy", source = "details.conflictWaiver.by")
    @Mapping(target = "outcome", source = "details.outcome")
    @Mapping(target = "outcomeNotes", source = "details.outcomeNotes")
    @Mapping(target = "review", source = "details.review")
    @Mapping(target = "followUp", source = "details.followUp")
    @Mapping(target = "editCount", expression = "java(details.edits().size())")
    ChangeEntity toRow(String id, String tenant, Change details);
}
