package io.itsm4j.jpa.approval;

import io.itsm4j.approval.Approval;
import io.itsm4j.approval.Asked;
import io.itsm4j.approval.Delegation;
import io.itsm4j.approval.Vote;
import io.itsm4j.jpa.mapping.Mapping;
import java.util.List;
import org.mapstruct.factory.Mappers;

/** How approvals and what hangs on them are laid into tables. */
public final class ApprovalMappings {

    private ApprovalMappings() {}

    /** The mappings. */
    public static List<Mapping<?, ?>> all() {
        return List.of(
                Mapping.of(Approval.KIND, ApprovalEntity.class, Mappers.getMapper(ApprovalMapper.class)),
                Mapping.of(Vote.KIND, VoteEntity.class, Mappers.getMapper(VoteMapper.class))
                        .at("round", "voteRound")
                        .at("step", "stepName")
                        .at("by", "votedBy")
                        .at("at", "votedAt"),
                Mapping.of(Asked.KIND, AskedEntity.class, Mappers.getMapper(AskedMapper.class)),
                Mapping.of(Delegation.KIND, DelegationEntity.class, Mappers.getMapper(DelegationMapper.class))
                        .at("from", "startsAt")
                        .at("until", "endsAt"));
    }
}
