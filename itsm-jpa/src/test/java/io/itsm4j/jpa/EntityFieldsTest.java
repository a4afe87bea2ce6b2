package io.itsm4j.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class EntityFieldsTest {

    /** Hibernate generates access to fields only when none of them is private; with one private it reflects on all. */
    @Test
    void no_field_of_an_entity_is_private() throws ClassNotFoundException {
        assertThat(JpaStore.entityClassNames()).isNotEmpty();
        for (String name : JpaStore.entityClassNames()) {
            for (Field field : Class.forName(name).getDeclaredFields()) {
                assertThat(Modifier.isPrivate(field.getModifiers()))
                        .as(field.toString())
                        .isFalse();
            }
        }
    }
}
