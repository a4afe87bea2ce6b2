package io.itsm4j.jpa.approval;

import io.itsm4j.actor.GroupId;
import io.itsm4j.approval.Approval;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.OpenedStep;
import io.itsm4j.approval.PolicyForm;
import io.itsm4j.approval.StepsForm;
import io.itsm4j.approval.Subject;
import io.itsm4j.jpa.mapping.Json;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.mapstruct.Named;

@Mapper(config = MapperRules.class)
interface ApprovalMapper extends RecordMapper<Approval, ApprovalEntity> {

    @Override
    @Mapping(target = "subjectKind", source = "subject.kind")
    @Mapping(target = "subjectId", source = "subject.id")
    @Mapping(target = "subjectLabel", source = "subject.label")
    @Mapping(target = "roundNumber", source = "round")
    @Mapping(target = "place", source = "at")
    @Mapping(target = "restrictedTo", source = "restrictedTo", qualifiedByName = "barred")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    ApprovalEntity toRow(Approval record);

    @Override
    @Mapping(target = "subject", source = "row")
    @Mapping(target = "round", source = "roundNumber")
    @Mapping(target = "at", source = "place")
    @Mapping(target = "restrictedTo", source = "restrictedTo", qualifiedByName = "groups")
    @Mapping(target = "chain", source = "row")
    Approval toRecord(ApprovalEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget ApprovalEntity row, Approval record);

    @Mapping(target = "kind", source = "subjectKind")
    @Mapping(target = "id", source = "subjectId")
    @Mapping(target = "label", source = "subjectLabel")
    Subject subject(ApprovalEntity row);

    /** The groups in order, each between bars, so that one of them is found by its text. */
    @Named("barred")
    default String barred(Set<GroupId> groups) {
        return groups.isEmpty()
                ? ""
                : groups.stream().map(GroupId::value).sorted().collect(Collectors.joining("|", "|", "|"));
    }

    @Named("groups")
    default Set<GroupId> groups(String barred) {
        return Arrays.stream(barred.split("\\|", -1))
                .filter(name -> !name.isEmpty())
                .map(GroupId::new)
                .collect(Collectors.toSet());
    }

    default String policy(ApprovalPolicy policy) {
        return Json.write(PolicyForm.write(policy));
    }

    @SuppressWarnings("unchecked")
    default ApprovalPolicy policy(String json) {
        return PolicyForm.read((Map<String, ?>) Json.map(json));
    }

    default String steps(List<OpenedStep> steps) {
        return Json.write(StepsForm.write(steps));
    }

    default List<OpenedStep> steps(String json) {
        return StepsForm.read(Json.list(json));
    }
}
