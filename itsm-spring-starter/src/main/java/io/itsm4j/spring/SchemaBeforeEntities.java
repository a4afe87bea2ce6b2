package io.itsm4j.spring;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/** Makes persistence units wait for the tables, so that one that checks them finds them. */
final class SchemaBeforeEntities extends AbstractDependsOnBeanFactoryPostProcessor {

    SchemaBeforeEntities() {
        super(EntityManagerFactory.class, AbstractEntityManagerFactoryBean.class, ItsmSchemaAutoConfiguration.CREATION);
    }
}
