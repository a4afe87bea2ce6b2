package io.itsm4j.spring;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** On every auto-configuration of ours: matches unless the host switched all of them off, or this one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(Switches.class)
@interface WhenSwitchedOn {

    /** The switch of this one, if it has one. */
    String by() default "enabled";

    /** Where that switch stands unless the host says something. */
    boolean unlessSaid() default true;
}
