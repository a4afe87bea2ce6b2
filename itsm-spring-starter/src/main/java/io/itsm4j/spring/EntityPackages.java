package io.itsm4j.spring;

import io.itsm4j.jpa.JpaStore;
import java.util.List;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Adds our entities to those of the host. Boot reads the packages of {@code @EntityScan} and, only when there are none,
 * those of the auto-configuration; so ours join whichever of the two the host uses.
 */
final class EntityPackages implements ImportBeanDefinitionRegistrar {

    @Override
    public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
        for (String scanned : List.of(BootNames.SCANNED_4, BootNames.SCANNED_3)) {
            if (registry.containsBeanDefinition(scanned)) {
                register(scanned, registry);
                return;
            }
        }
        AutoConfigurationPackages.register(registry, JpaStore.ENTITY_PACKAGE);
    }

    private static void register(String scanned, BeanDefinitionRegistry registry) {
        Class<?> type = ClassUtils.resolveClassName(scanned, EntityPackages.class.getClassLoader());
        var method = ClassUtils.getMethod(type, "register", BeanDefinitionRegistry.class, String[].class);
        ReflectionUtils.invokeMethod(method, null, registry, new String[] {JpaStore.ENTITY_PACKAGE});
    }
}
