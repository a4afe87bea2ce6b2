package io.itsm4j.jpa.mapping;

import org.mapstruct.InjectionStrategy;
import org.mapstruct.MapperConfig;
import org.mapstruct.NullValueCheckStrategy;
import org.mapstruct.ReportingPolicy;

/** What all mappers have in common: nothing may be left unmapped. */
@MapperConfig(
        uses = Conversions.class,
        injectionStrategy = InjectionStrategy.CONSTRUCTOR,
        nullValueCheckStrategy = NullValueCheckStrategy.ON_IMPLICIT_CONVERSION,
        unmappedTargetPolicy = ReportingPolicy.ERROR)
public interface MapperRules {}
