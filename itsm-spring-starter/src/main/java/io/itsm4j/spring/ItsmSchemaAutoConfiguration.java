package io.itsm4j.spring;

import io.itsm4j.jpa.schema.SchemaInitializer;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/**
 * Makes the tables when asked to: after the host's own migrations, so that they meet the database as they left it, and
 * before the persistence unit, so that it finds the tables.
 */
@AutoConfiguration(before = ItsmJpaAutoConfiguration.class)
@WhenSwitchedOn
@ConditionalOnClass({SchemaInitializer.class, DataSource.class, LocalContainerEntityManagerFactoryBean.class})
@Conditional(WhenInDatabase.class)
@ConditionalOnProperty(prefix = ItsmProperties.PREFIX, name = "schema.initialize", havingValue = "create")
@EnableConfigurationProperties(ItsmProperties.class)
public final class ItsmSchemaAutoConfiguration {

    static final String CREATION = "itsmSchemaCreation";

    /** Made by Spring. */
    public ItsmSchemaAutoConfiguration() {}

    /** Applies the scripts; a host whose application may not make tables gives it a data source that may. */
    @Bean
    @ConditionalOnMissingBean
    SchemaInitializer itsmSchemaInitializer(DataSource dataSource, ItsmProperties properties) {
        SchemaInitializer initializer = SchemaInitializer.on(dataSource);
        String name = properties.schema().name();
        return name == null ? initializer : initializer.inSchema(name);
    }

    /** When they are applied. */
    @Bean(CREATION)
    @ConditionalOnMissingBean(name = CREATION)
    @DependsOnDatabaseInitialization
    SchemaCreation itsmSchemaCreation(SchemaInitializer initializer) {
        return new SchemaCreation(initializer);
    }

    /** Not when the host has its own scripts wait for the persistence unit: ours wait for those. */
    @Bean
    @ConditionalOnMissingBean(name = "itsmSchemaBeforeEntities", search = SearchStrategy.CURRENT)
    @ConditionalOnProperty(
            name = "spring.jpa.defer-datasource-initialization",
            havingValue = "false",
            matchIfMissing = true)
    static SchemaBeforeEntities itsmSchemaBeforeEntities() {
        return new SchemaBeforeEntities();
    }
}
