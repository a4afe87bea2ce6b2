package io.itsm4j.jpa.release;

import io.itsm4j.jpa.mapping.Conversions;
import io.itsm4j.jpa.mapping.Json;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.Mapping.DetailMapper;
import io.itsm4j.jpa.mapping.Micros;
import io.itsm4j.release.ApprovalGate;
import io.itsm4j.release.ConfigurationEdit;
import io.itsm4j.release.GateApproval;
import io.itsm4j.release.GateResult;
import io.itsm4j.release.Release;
import io.itsm4j.release.TargetEnvironment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

@Mapper(config = MapperRules.class)
interface ReleaseMapper extends DetailMapper<Release, ReleaseEntity> {

    @Override
    @Mapping(target = "environments", source = "details.environments", qualifiedByName = "environments")
    @Mapping(target = "gates", source = "details.gates", qualifiedByName = "gates")
    @Mapping(target = "approvals", source = "details.approvals", qualifiedByName = "approvals")
    @Mapping(target = "configuration", source = "details.configuration", qualifiedByName = "configuration")
    @Mapping(target = "deployed", source = "details.deployed", qualifiedByName = "deployed")
    ReleaseEntity toRow(String id, String tenant, Release details);

    @Named("environments")
    default String environments(List<TargetEnvironment> all) {
        return Json.write(all.stream()
                .map(each -> Map.of(
                        "name", each.name(),
                        "production", each.production(),
                        "gates", each.gates().stream().sorted().toList(),
                        "approvals",
                                each.approvals().stream()
                                        .sorted(Comparator.comparing(ApprovalGate::name))
                                        .map(gate -> Map.of("name", gate.name(), "policy", gate.policy()))
                                        .toList()))
                .toList());
    }

    @Named("gates")
    default String gates(List<GateResult> all) {
        return Json.write(all.stream()
                .map(each -> {
                    Map<String, Object> row = new TreeMap<>(Map.of(
                            "environment", each.environment(),
                            "gate", each.gate(),
                            "passed", each.passed(),
                            "by", each.by().value(),
                            "at", Micros.of(each.at())));
                    if (each.note() != null) {
                        row.put("note", each.note());
                    }
                    return row;
                })
                .toList());
    }

    @Named("approvals")
    default String approvals(List<GateApproval> all) {
        return Json.write(all.stream()
                .map(each -> Map.of(
                        "environment", each.environment(),
                        "gate", each.gate(),
                        "approval", each.mark().approval(),
                        "state", each.mark().state().name()))
                .toList());
    }

    @Named("configuration")
    default String configuration(List<ConfigurationEdit> all) {
        return Json.write(all.stream()
                .map(each -> {
                    Map<String, Object> row = new TreeMap<>(Map.of("ci", each.ci(), "attribute", each.attribute()));
                    row.put("value", each.value());
                    return row;
                })
                .toList());
    }

    @Named("deployed")
    default String deployed(Set<String> names) {
        return Conversions.texts(names);
    }
}
