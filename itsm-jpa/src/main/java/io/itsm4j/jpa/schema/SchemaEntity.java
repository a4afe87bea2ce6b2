package io.itsm4j.jpa.schema;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A version of the schema that was applied. */
@Entity(name = "ItsmSchema")
@Table(name = "itsm_schema")
@Cacheable(false)
class SchemaEntity {

    @Id
    @Column(name = "schema_version", nullable = false)
    int version;

    SchemaEntity() {}

    int version() {
        return version;
    }
}
