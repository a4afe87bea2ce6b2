package io.itsm4j.examples.replay;

import io.itsm4j.memory.MemoryStore;
import java.nio.file.Path;

/** Starts what a store needs, in a folder of its own. */
final class Stores {

    private Stores() {}

    static OpenStore open(StoreKind kind, Path folder) {
        return switch (kind) {
            case MEMORY -> new OpenStore(new MemoryStore(), "memory", () -> {});
            case H2 -> Databases.h2(folder);
            case POSTGRES -> Databases.postgres(folder);
            case MARIADB -> Databases.mariaDb(folder);
        };
    }
}
