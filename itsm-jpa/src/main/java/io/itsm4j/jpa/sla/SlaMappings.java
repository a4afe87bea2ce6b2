package io.itsm4j.jpa.sla;

import io.itsm4j.jpa.mapping.Mapping;
import io.itsm4j.sla.SlaClock;
import io.itsm4j.sla.Waiver;
import java.util.List;
import org.mapstruct.factory.Mappers;

/** How the records of service levels are laid into tables. */
public final class SlaMappings {

    private SlaMappings() {}

    /** The mappings. */
    public static List<Mapping<?, ?>> all() {
        return List.of(
                Mapping.of(SlaClock.KIND, SlaClockEntity.class, Mappers.getMapper(SlaClockMapper.class))
                        .at("kind", "agreementKind")
                        .at("status", "clockStatus")
                        .at("group", "supportGroup")
                        .overwritten(),
                Mapping.of(Waiver.KIND, WaiverEntity.class, Mappers.getMapper(WaiverMapper.class)));
    }
}
