package io.itsm4j.input;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text for people or programs: well-formed Unicode, no NUL, at most so many code points, and unless said otherwise one
 * line. Null is valid unless {@link #required()}.
 */
@Documented
@Constraint(validatedBy = LineValidator.class)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Line {

    /** The most code points. */
    int max();

    /** Whether null and blank text is a fault; blank means white space and invisible characters only. */
    boolean required() default false;

    /** Whether line breaks and tabs are allowed. */
    boolean multi() default false;

    /** The key of the message; the validator reports more precise ones. */
    String message() default "ILLEGAL_CHARACTER";

    /** Groups, as Jakarta Validation wants them. */
    Class<?>[] groups() default {};

    /** Payload, as Jakarta Validation wants it. */
    Class<? extends Payload>[] payload() default {};
}
