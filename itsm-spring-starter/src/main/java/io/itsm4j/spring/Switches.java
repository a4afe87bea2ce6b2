package io.itsm4j.spring;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Reads switches as the binding of properties reads them: {@code on} is as good as {@code true}, and what is neither
 * yes nor no fails the start instead of switching something off unseen.
 */
final class Switches extends SpringBootCondition {

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var when = metadata.getAnnotations().get(WhenSwitchedOn.class);
        String by = when.getString("by");
        Environment environment = context.getEnvironment();
        boolean on = isOn(environment, "enabled", true) && isOn(environment, by, when.getBoolean("unlessSaid"));
        var message = ConditionMessage.forCondition(WhenSwitchedOn.class);
        return new ConditionOutcome(on, message.found("switch").items(ItsmProperties.PREFIX + "." + by));
    }

    private static boolean isOn(Environment environment, String property, boolean unlessSaid) {
        String name = ItsmProperties.PREFIX + "." + property;
        try {
            return environment.getProperty(name, Boolean.class, unlessSaid);
        } catch (ConversionException neither) {
            throw Allowed.refused(property, String.valueOf(environment.getProperty(name)), "true, false");
        }
    }
}
