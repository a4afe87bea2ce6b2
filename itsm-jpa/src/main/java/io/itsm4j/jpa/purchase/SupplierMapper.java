package io.itsm4j.jpa.purchase;

import io.itsm4j.jpa.mapping.Json;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import io.itsm4j.purchase.Supplier;
import io.itsm4j.purchase.SupplierContact;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.MappingTarget;
import org.mapstruct.Named;

@Mapper(config = MapperRules.class)
interface SupplierMapper extends RecordMapper<Supplier, SupplierEntity> {

    @Override
    @Mapping(target = "supplierNumber", source = "number")
    @Mapping(target = "takenName", source = "record", qualifiedByName = "takenName")
    @Mapping(target = "chainSequence", source = "chain.sequence")
    @Mapping(target = "chainHash", source = "chain.hash")
    SupplierEntity toRow(Supplier record);

    @Override
    @Mapping(target = "number", source = "supplierNumber")
    @Mapping(target = "chain", source = "row")
    Supplier toRecord(SupplierEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget SupplierEntity row, Supplier record);

    @Named("takenName")
    default @Nullable String takenName(Supplier supplier) {
        return supplier.takenName();
    }

    default String contacts(List<SupplierContact> all) {
        return Json.write(all.stream().map(SupplierMapper::row).toList());
    }

    private static Map<String, Object> row(SupplierContact contact) {
        Map<String, Object> row = new TreeMap<>(Map.of("name", contact.name()));
        put(row, "role", contact.role());
        put(row, "email", contact.email());
        put(row, "phone", contact.phone());
        return row;
    }

    private static void put(Map<String, Object> row, String key, @Nullable String value) {
        if (value != null) {
            row.put(key, value);
        }
    }

    default List<SupplierContact> contacts(String json) {
        return Json.list(json).stream()
                .map(item -> (Map<?, ?>) item)
                .map(row -> new SupplierContact(
                        (String) Objects.requireNonNull(row.get("name")),
                        (String) row.get("role"),
                        (String) row.get("email"),
                        (String) row.get("phone")))
                .toList();
    }
}
