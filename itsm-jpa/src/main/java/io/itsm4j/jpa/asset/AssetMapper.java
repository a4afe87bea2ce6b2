package io.itsm4j.jpa.asset;

import io.itsm4j.asset.Asset;
import io.itsm4j.asset.AssetIdentity;
import io.itsm4j.asset.AssetPlace;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface AssetMapper extends RecordMapper<Asset, AssetEntity> {

    @Override
    @Mapping(target = "assetKind", source = "identity.kind")
    @Mapping(target = "name", source = "identity.name")
    @Mapping(target = "searchText", expression = "java(AssetParts.searchText(record))")
    @Mapping(target = "tag", source = "identity.tag")
    @Mapping(target = "tagKey", expression = "java(AssetParts.tagKey(record))")
    @Mapping(target = "serial", source = "identity.serial")
    @Mapping(target = "serialKey", expression = "java(AssetParts.serialKey(record))")
    @Mapping(target = "model", source = "identity.model")
    @Mapping(target = "manufacturer", source = "identity.manufacturer")
    @Mapping(target = "state", source = "state.name")
    @Mapping(target = "stateCategory", source = "state.category")
    @Mapping(target = "live", expression = "java(record.isLive())")
    @Mapping(target = "holder", source = "place.holder")
    @Mapping(target = "unit", source = "place.unit")
    @Mapping(target = "location", source = "place.location")
    @Mapping(target = "store", source = "place.store")
    @Mapping(target = "costCentre", source = "terms.costCentre")
    @Mapping(target = "priceMinor", source = "terms.price.minor")
    @Mapping(target = "currency", source = "terms.price.currency")
    @Mapping(target = "supplier", source = "terms.supplier")
    @Mapping(target = "purchase", source = "terms.purchase")
    @Mapping(target = "receipt", source = "terms.receipt")
    @Mapping(target = "warrantyUntil", expression = "java(AssetParts.orNever(record.terms().warrantyUntil()))")
    @Mapping(target = "contract", source = "terms.contract")
    @Mapping(target = "contractUntil", expression = "java(AssetParts.orNever(record.terms().contractUntil()))")
    @Mapping(target = "main", source = "belonging.main")
    @Mapping(target = "attachedAt", source = "belonging.since")
    @Mapping(target = "original", expression = "java(AssetParts.isOriginal(record.belonging()))")
    @Mapping(target = "lentAt", source = "loan.since")
    @Mapping(target = "loanUntil", expression = "java(AssetParts.loanUntil(record.loan()))")
    @Mapping(target = "loanReminderAt", source = "loan.nextReminder")
    @Mapping(target = "repairAt", source = "repair.since")
    @Mapping(target = "repairTicket", source = "repair.ticket")
    @Mapping(target = "repairBy", source = "repair.by")
    @Mapping(target = "disposalBy", source = "disposal.askedBy")
    @Mapping(target = "disposal", expression = "java(AssetParts.disposal(record.disposal()))")
    @Mapping(target = "warrantyNotice", source = "notices.warranty")
    @Mapping(target = "contractNotice", source = "notices.contract")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    AssetEntity toRow(Asset record);

    @Override
    @Mapping(target = "identity", source = "row")
    @Mapping(target = "state", expression = "java(AssetParts.state(row))")
    @Mapping(target = "place", source = "row")
    @Mapping(target = "terms", expression = "java(AssetParts.terms(row))")
    @Mapping(target = "belonging", expression = "java(AssetParts.belonging(row))")
    @Mapping(target = "loan", expression = "java(AssetParts.loan(row))")
    @Mapping(target = "repair", expression = "java(AssetParts.repair(row))")
    @Mapping(target = "disposal", expression = "java(AssetParts.disposal(row.getDisposal()))")
    @Mapping(target = "notices", expression = "java(AssetParts.notices(row))")
    @Mapping(target = "chain", source = "row")
    Asset toRecord(AssetEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget AssetEntity row, Asset record);

    @Mapping(target = "kind", source = "assetKind")
    AssetIdentity identity(AssetEntity row);

    AssetPlace place(AssetEntity row);
}
