package io.itsm4j.examples.vehicle;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;

/** Database servers that start with the program and stop with it; their files are temporary. */
final class Servers {

    private Servers() {}

    /**
     * A server that runs.
     *
     * @param database where to connect to
     * @param stop stops it
     */
    record Server(DataSource database, Runnable stop) {}

    static Server postgres() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            return new Server(server.getPostgresDatabase(), () -> stop(server));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
