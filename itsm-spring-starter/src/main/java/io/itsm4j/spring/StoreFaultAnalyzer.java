package io.itsm4j.spring;

import io.itsm4j.StoreUnavailable;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells what to do when the application cannot start because its store is not fit. */
final class StoreFaultAnalyzer extends AbstractFailureAnalyzer<StoreUnavailable> {

    private static final String ENTITIES = "io.itsm4j.jpa";

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, StoreUnavailable cause) {
        if (!(rootFailure instanceof BeansException)) {
            return null;
        }
        Map<String, Object> detail = cause.detail();
        String code = cause.code();
        if (code.equals("ENTITIES_MISSING")) {
            return entitiesMissing(cause);
        }
        if (code.equals("STORE_CHARSET")) {
            return new FailureAnalysis(
                    "The database of itsm4j cannot hold every character: found " + detail.get("found") + ", wanted "
                            + detail.get("wanted") + ".",
                    "Convert the tables whose names begin with itsm_ to " + detail.get("wanted") + ".",
                    cause);
        }
        if (code.startsWith("SCHEMA_") || code.equals("STORE_SCHEMA")) {
            return schema(code, detail, cause);
        }
        return new FailureAnalysis(
                "The store of itsm4j is not available: " + cause.getMessage(),
                "Check that the database can be reached and answers, then start again.",
                cause);
    }

    private static FailureAnalysis entitiesMissing(StoreUnavailable cause) {
        return new FailureAnalysis(
                "The persistence unit does not know the entities of itsm4j; the first that is missing is "
                        + cause.detail().get("entity") + ".",
                """
                Add their package to what the persistence unit scans, beside your own. Where you build the \
                EntityManagerFactory yourself:

                    factory.setPackagesToScan("your.package", "%1$s");

                or, with EntityManagerFactoryBuilder:

                    builder.dataSource(dataSource).packages("your.package", "%1$s")

                or on a configuration class:

                    @EntityScan({"your.package", "%1$s"})

                The constant io.itsm4j.jpa.JpaStore.ENTITY_PACKAGE holds the same name.""".formatted(ENTITIES),
                cause);
    }

    private static FailureAnalysis schema(String code, Map<String, Object> detail, StoreUnavailable cause) {
        String found = String.valueOf(detail.getOrDefault("found", "unknown"));
        String why = String.valueOf(detail.getOrDefault("cause", ""));
        String description =
                "The tables of itsm4j do not fit (" + code + "): found version " + found + ", wanted version "
                        + detail.get("wanted") + "." + (why.isBlank() ? "" : " The database says: " + why);
        if (code.equals("SCHEMA_NEWER")) {
            return new FailureAnalysis(
                    description, "Use a version of itsm4j that is at least as new as the tables.", cause);
        }
        String file = String.valueOf(detail.getOrDefault("file", ""));
        if (file.isBlank()) {
            return new FailureAnalysis(
                    description,
                    "Check that the database is one of H2, PostgreSQL and MariaDB, can be reached, and has the schema"
                            + " named by itsm4j.schema.name.",
                    cause);
        }
        return new FailureAnalysis(
                description,
                "Run the script " + file + " of the itsm-jpa jar in the schema that the persistence unit"
                        + " uses, or set itsm4j.schema.initialize=create and let the application run it.",
                cause);
    }
}
