package io.itsm4j.examples.finance;

import java.io.PrintStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the program itself makes sure of while it tells its story. */
final class Checks {

    private final PrintStream out;
    private int made;
    private int failed;

    Checks(PrintStream out) {
        this.out = out;
    }

    void that(String what, @Nullable Object is, @Nullable Object wanted) {
        made++;
        if (!Objects.equals(is, wanted)) {
            failed++;
            out.println("  CHECK FAILED: " + what + " is " + is + ", not " + wanted);
        }
    }

    boolean hold() {
        return failed == 0 && made > 0;
    }

    String summary() {
        return failed == 0 ? made + " checks hold" : failed + " of " + made + " checks failed";
    }
}
