package io.itsm4j.cmdb;

import io.itsm4j.ticket.DefinitionForm;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class or a type of relation as a stored definition: one of the two. */
record SchemaPart(@Nullable CiClass ciClass, @Nullable RelationType relation) {

    /** How both are stored, so that one query reads them all. */
    static final DefinitionForm<SchemaPart> FORM =
            new DefinitionForm<>("ci-schema", SchemaPart::write, SchemaPart::read);

    static String key(CiClass ciClass) {
        return "class " + ciClass.name();
    }

    static String key(RelationType type) {
        return "relation " + type.name();
    }

    private Map<String, ?> write() {
        return ciClass != null
                ? Map.of("class", SchemaForms.write(ciClass))
                : Map.of("relation", SchemaForms.write(java.util.Objects.requireNonNull(relation)));
    }

    @SuppressWarnings("unchecked")
    private static SchemaPart read(Map<String, ?> form) {
        Object stored = form.get("class");
        return stored != null
                ? new SchemaPart(SchemaForms.readClass((Map<String, ?>) stored), null)
                : new SchemaPart(null, SchemaForms.readRelation((Map<String, ?>)
                        java.util.Objects.requireNonNull(form.get("relation"))));
    }
}
