package io.itsm4j.jpa.purchase;

import io.itsm4j.input.Money;
import io.itsm4j.jpa.mapping.Json;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.purchase.Contract;
import io.itsm4j.purchase.Covered;
import io.itsm4j.purchase.Renewal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.mapstruct.Named;

@Mapper(config = MapperRules.class)
interface ContractMapper extends RecordMapper<Contract, ContractEntity> {

    @Override
    @Mapping(target = "contractNumber", source = "number")
    @Mapping(target = "contractKind", source = "kind")
    @Mapping(target = "validFrom", source = "from")
    @Mapping(target = "validUntil", source = "until")
    @Mapping(target = "automatic", source = "renewal.automatic")
    @Mapping(target = "termMonths", source = "renewal.termMonths")
    @Mapping(target = "noticeDays", source = "renewal.noticeDays")
    @Mapping(target = "priceMinor", source = "price", qualifiedByName = "minor")
    @Mapping(target = "currency", source = "price.currency")
    @Mapping(target = "documents", source = "documents", qualifiedByName = "texts")
    @Mapping(target = "covers", source = "covers", qualifiedByName = "covers")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    ContractEntity toRow(Contract record);

    @Override
    @Mapping(target = "number", source = "contractNumber")
    @Mapping(target = "kind", source = "contractKind")
    @Mapping(target = "from", source = "validFrom")
    @Mapping(target = "until", source = "validUntil")
    @Mapping(target = "renewal", source = "row")
    @Mapping(target = "price", source = "row", qualifiedByName = "price")
    @Mapping(target = "documents", source = "documents", qualifiedByName = "list")
    @Mapping(target = "covers", source = "covers", qualifiedByName = "covered")
    @Mapping(target = "chain", source = "row")
    Contract toRecord(ContractEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget ContractEntity row, Contract record);

    default Renewal renewal(ContractEntity row) {
        return new Renewal(row.isAutomatic(), row.getTermMonths(), row.getNoticeDays());
    }

    @Named("minor")
    default @Nullable Long minor(@Nullable Money price) {
        return price == null ? null : price.minor();
    }

    @Named("price")
    default @Nullable Money price(ContractEntity row) {
        Long minor = row.getPriceMinor();
        String currency = row.getCurrency();
        return minor == null || currency == null ? null : Money.of(minor, currency);
    }

    @Named("texts")
    default String texts(List<String> all) {
        return Json.write(all);
    }

    @Named("list")
    default List<String> list(String json) {
        return Json.strings(json).toList();
    }

    @Named("covers")
    default String covers(List<Covered> all) {
        return Json.write(all.stream()
                .map(each -> Map.of("kind", each.kind().name(), "reference", each.reference()))
                .toList());
    }

    @Named("covered")
    default List<Covered> covered(String json) {
        return Json.list(json).stream()
                .map(item -> (Map<?, ?>) item)
                .map(row -> new Covered(
                        Covered.Kind.valueOf(String.valueOf(row.get("kind"))), String.valueOf(row.get("reference"))))
                .toList();
    }

    default String reminders(Set<Contract.Reminder> all) {
        return Json.write(all.stream().map(Enum::name).sorted().toList());
    }

    default Set<Contract.Reminder> reminders(String json) {
        return Json.strings(json).map(Contract.Reminder::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
