package io.itsm4j.jpa.purchase;

import io.itsm4j.jpa.mapping.Json;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.purchase.Receipt;
import java.util.List;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface ReceiptMapper extends RecordMapper<Receipt, ReceiptEntity> {

    @Override
    @Mapping(target = "purchaseId", source = "purchase")
    @Mapping(target = "lineNumber", source = "line")
    @Mapping(target = "receiptKind", source = "kind")
    @Mapping(target = "receivedBy", source = "by")
    @Mapping(target = "receivedAt", source = "at")
    ReceiptEntity toRow(Receipt record);

    @Override
    @Mapping(target = "purchase", source = "purchaseId")
    @Mapping(target = "line", source = "lineNumber")
    @Mapping(target = "kind", source = "receiptKind")
    @Mapping(target = "by", source = "receivedBy")
    @Mapping(target = "at", source = "receivedAt")
    Receipt toRecord(ReceiptEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget ReceiptEntity row, Receipt record);

    default String ids(List<String> made) {
        return Json.write(made);
    }

    default List<String> made(String ids) {
        return Json.strings(ids).toList();
    }
}
