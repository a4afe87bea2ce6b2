package io.itsm4j.jpa.journal;

import io.itsm4j.journal.JournalEntry;
import io.itsm4j.journal.Salted;
import io.itsm4j.jpa.mapping.Json;
import io.itsm4j.jpa.mapping.MapperRules;
import io.itsm4j.jpa.mapping.RecordMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mapstruct.InheritConfiguration;
import org.mapstruct.Mapper;
import org.mapstruct.MappingTarget;

@Mapper(config = MapperRules.class)
interface JournalMapper extends RecordMapper<JournalEntry, JournalEntity> {

    @Override
    JournalEntity toRow(JournalEntry record);

    @Override
    JournalEntry toRecord(JournalEntity row);

    @Override
    @InheritConfiguration(name = "toRow")
    void fill(@MappingTarget JournalEntity row, JournalEntry record);

    default String personal(Map<String, Salted> values) {
        if (values.isEmpty()) {
            return "{}";
        }
        Map<String, List<String>> plain = new HashMap<>();
        values.forEach((commitment, salted) -> plain.put(commitment, List.of(salted.salt(), salted.value())));
        return Json.write(plain);
    }

    default Map<String, Salted> personal(String json) {
        Map<String, Salted> values = new HashMap<>();
        Json.map(json).forEach((commitment, pair) -> {
            List<?> both = (List<?>) pair;
            values.put((String) commitment, new Salted((String) both.get(0), (String) both.get(1)));
        });
        return values;
    }
}
