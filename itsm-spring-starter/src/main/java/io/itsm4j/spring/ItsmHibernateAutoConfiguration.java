package io.itsm4j.spring;

import io.itsm4j.jpa.JpaStore;
import org.hibernate.tool.schema.spi.SchemaFilterProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/**
 * Leaves our tables to our scripts where the host lets Hibernate make its own, as Boot does for embedded databases; not
 * with {@code itsm.schema.initialize=none}, nor where the host names a filter itself.
 */
@AutoConfiguration
@WhenSwitchedOn
@ConditionalOnClass({JpaStore.class, SchemaFilterProvider.class, AbstractEntityManagerFactoryBean.class})
@Conditional(WhenInDatabase.class)
public final class ItsmHibernateAutoConfiguration {

    private static final String FILTER = "hibernate.hbm2ddl.schema_filter_provider";
    private static final String INITIALIZE = ItsmProperties.PREFIX + ".schema.initialize";

    /** Made by Spring. */
    public ItsmHibernateAutoConfiguration() {}

    /** Names the filter to every persistence unit that is about to be made. */
    @Bean
    @ConditionalOnMissingBean(name = "itsmScriptedTables", search = SearchStrategy.CURRENT)
    static BeanPostProcessor itsmScriptedTables(Environment environment) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String beanName) {
                if (bean instanceof AbstractEntityManagerFactoryBean unit
                        && !"none".equalsIgnoreCase(environment.getProperty(INITIALIZE))) {
                    unit.getJpaPropertyMap().putIfAbsent(FILTER, ScriptedTables.class.getName());
                }
                return bean;
            }
        };
    }
}
