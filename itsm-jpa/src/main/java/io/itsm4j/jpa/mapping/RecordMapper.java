package io.itsm4j.jpa.mapping;

import org.mapstruct.MappingTarget;

/**
 * Moves values between a record and its row. Implementations are generated, so that a column nobody fills is an error
 * of the build.
 *
 * @param <R> the record
 * @param <E> its entity
 */
public interface RecordMapper<R, E> {

    /** A new row. */
    E toRow(R record);

    /** The record a row holds. */
    R toRecord(E row);

    /** Makes a row that exists hold the record. */
    void fill(@MappingTarget E row, R record);
}
