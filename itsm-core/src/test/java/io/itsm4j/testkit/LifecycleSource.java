package io.itsm4j.testkit;

import io.itsm4j.lifecycle.Lifecycle;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Says which lifecycles {@link LifecycleCheck} looks at. Named on its command line, or found as a service of this name
 * on the class path; either way it needs a constructor without arguments.
 */
public interface LifecycleSource {

    /**
     * The lifecycles, in the order in which they are reported.
     *
     * @return by the name they are reported under; a supplier may hand out one that was built before, or build it and
     *     throw {@link io.itsm4j.lifecycle.InvalidLifecycleException}
     */
    Map<String, Supplier<? extends Lifecycle<?>>> lifecycles();
}
