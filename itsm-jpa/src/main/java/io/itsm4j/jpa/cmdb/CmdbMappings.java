package io.itsm4j.jpa.cmdb;

import io.itsm4j.cmdb.Audit;
import io.itsm4j.cmdb.Baseline;
import io.itsm4j.cmdb.CiAttributes;
import io.itsm4j.cmdb.CiIdentity;
import io.itsm4j.cmdb.CiRelation;
import io.itsm4j.cmdb.CiState;
import io.itsm4j.cmdb.Deviation;
import io.itsm4j.cmdb.Proposal;
import io.itsm4j.cmdb.Reconciliation;
import io.itsm4j.jpa.mapping.Mapping;
import io.itsm4j.jpa.mapping.Mapping.ValueTable;
import java.util.List;
import org.mapstruct.factory.Mappers;

/** How configuration management is laid into tables. */
public final class CmdbMappings {

    private CmdbMappings() {}

    /** The mappings. */
    public static List<Mapping<?, ?>> all() {
        return List.of(
                Mapping.of(CiAttributes.KIND, CiEntity.class, mapper(CiMapper.class))
                        .at("group", "supportGroup")
                        .indexedIn(new ValueTable<>(CiValueEntity.class, "ci", CiValueEntity::of)),
                Mapping.of(CiRelation.KIND, CiRelationEntity.class, mapper(CiRelationMapper.class))
                        .at("from", "fromId")
                        .at("type", "relationType")
                        .at("to", "toId")
                        .at("since", "sinceAt")
                        .at("until", "untilAt"),
                Mapping.of(CiState.KIND, CiStateEntity.class, mapper(CiStateMapper.class))
                        .at("group", "supportGroup")
                        .at("since", "sinceAt")
                        .at("until", "untilAt"),
                Mapping.of(CiIdentity.KIND, CiIdentityEntity.class, mapper(CiIdentityMapper.class)),
                Mapping.of(Baseline.KIND, BaselineEntity.class, mapper(BaselineMapper.class))
                        .at("at", "takenAt"),
                Mapping.of(Reconciliation.KIND, ReconciliationEntity.class, mapper(ReconciliationMapper.class)),
                Mapping.of(Proposal.KIND, ProposalEntity.class, mapper(ProposalMapper.class))
                        .at("kind", "proposalKind"),
                Mapping.of(Audit.KIND, AuditEntity.class, mapper(AuditMapper.class))
                        .at("at", "auditedAt")
                        .at("by", "auditedBy"),
                Mapping.of(Deviation.KIND, DeviationEntity.class, mapper(DeviationMapper.class))
                        .at("kind", "deviationKind"));
    }

    private static <M> M mapper(Class<M> type) {
        return Mappers.getMapper(type);
    }
}
