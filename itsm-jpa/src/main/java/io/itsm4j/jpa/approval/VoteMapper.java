package io.itsm4j.jpa.approval;

import io.itsm4j.approval.Vote;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface VoteMapper extends RecordMapper<Vote, VoteEntity> {

    @Override
    @Mapping(target = "voteRound", source = "round")
    @Mapping(target = "stepName", source = "step")
    @Mapping(target = "votedBy", source = "by")
    @Mapping(target = "votedAt", source = "at")
    VoteEntity toRow(Vote record);

    @Override
    @Mapping(target = "round", source = "voteRound")
    @Mapping(target = "step", source = "stepName")
    @Mapping(target = "by", source = "votedBy")
    @Mapping(target = "at", source = "votedAt")
    Vote toRecord(VoteEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget VoteEntity row, Vote record);
}
