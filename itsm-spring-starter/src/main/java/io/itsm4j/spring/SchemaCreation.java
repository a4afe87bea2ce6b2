package io.itsm4j.spring;

import io.itsm4j.jpa.schema.SchemaInitializer;
import org.springframework.beans.factory.InitializingBean;

/** Applies the scripts when the context starts, before anything looks for the tables. */
final class SchemaCreation implements InitializingBean {

    private final SchemaInitializer initializer;

    SchemaCreation(SchemaInitializer initializer) {
        this.initializer = initializer;
    }

    @Override
    public void afterPropertiesSet() {
        initializer.apply();
    }
}
