package io.itsm4j.examples.replay;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where the replay can keep its records. */
enum StoreKind {
    MEMORY,
    H2,
    POSTGRES,
    MARIADB;

    static StoreKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.title().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongUse("--store is one of "
                        + Arrays.stream(values()).map(StoreKind::title).collect(Collectors.joining(", ")) + ", not "
                        + name));
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
