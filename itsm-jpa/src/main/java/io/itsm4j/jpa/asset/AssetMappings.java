package io.itsm4j.jpa.asset;

import io.itsm4j.asset.AssetAttributes;
import io.itsm4j.jpa.mapping.Mapping;
import java.util.List;
import org.mapstruct.factory.Mappers;

/** How assets are laid into a table. */
public final class AssetMappings {

    private AssetMappings() {}

    /** The mappings. */
    public static List<Mapping<?, ?>> all() {
        return List.of(Mapping.of(AssetAttributes.KIND, AssetEntity.class, Mappers.getMapper(AssetMapper.class))
                .at("kind", "assetKind"));
    }
}
