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
        return switch (cause.code()) {
            case "ENTITIES_MISSING" -> entitiesMissing(cause);
            case "STORE_SCHEMA" -> schema(cause.detail(), cause);
            case "STORE_CHARSET" ->
                new FailureAnalysis(
                        "The database of itsm4j does not fit: " + cause.getMessage() + ".",
                        "Convert the tables whose names begin with itsm_ to "
                                + cause.detail().get("wanted") + ".",
                        cause);
            default ->
                new FailureAnalysis(
                        "The store of itsm4j is not available: " + cause.getMessage() + ".",
                        "Check that the database can be reached and answers, and that the schema named by"
                                + " itsm.schema.name is there, if one is named.",
                        cause);
        };
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

    private static FailureAnalysis schema(Map<String, Object> detail, StoreUnavailable cause) {
        String problem = String.valueOf(detail.get("problem"));
        String why = String.valueOf(detail.getOrDefault("cause", ""));
        String description = "The tables of itsm4j do not fit (" + problem + "): found " + detail.get("found")
                + ", wanted " + detail.get("wanted") + "." + (why.isBlank() ? "" : " The database says: " + why);
        return new FailureAnalysis(description, mend(problem, detail.get("file")), cause);
    }

    private static String mend(String problem, @Nullable Object file) {
        return switch (problem) {
            case "newer" -> "Use a version of itsm4j that is at least as new as the tables.";
            case "database" -> "Use H2, PostgreSQL or MariaDB, or set itsm.store=memory.";
            case "damaged" ->
                "Compare the tables with the script " + file + " of the itsm-jpa jar, in the schema that the"
                        + " persistence unit uses.";
            default ->
                "Run the script " + file
                        + " of the itsm-jpa jar and those after it in the schema that the persistence unit"
                        + " uses, or set itsm.schema.initialize=create and let the application run it.";
        };
    }
}
