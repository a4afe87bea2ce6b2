package io.itsm4j.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A catalogue to begin with, after the classification of the ITSS series of standards: basic environment, hardware,
 * software, security, operation management and other, with thirteen services; each says what is done, how, what is
 * handed over and how often, in English and Chinese.
 *
 * @param categories the categories
 * @param services the services
 */
public record SampleCatalogue(List<ServiceCategory> categories, List<CatalogueService> services) {

    /** Copies the lists. */
    public SampleCatalogue {
        categories = List.copyOf(categories);
        services = List.copyOf(services);
    }

    /** Reads it from the class path. */
    public static SampleCatalogue load() {
        return new Reader(texts(""), texts("_zh_CN")).read();
    }

    private static Properties texts(String suffix) {
        Properties texts = new Properties();
        try (InputStream in = SampleCatalogue.class.getResourceAsStream("sample-catalogue" + suffix + ".properties")) {
            texts.load(new InputStreamReader(java.util.Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return texts;
    }

    private record Reader(Properties english, Properties chinese) {

        SampleCatalogue read() {
            List<ServiceCategory> categories = new ArrayList<>();
            List<CatalogueService> services = new ArrayList<>();
            for (String category : list("categories")) {
                String name = "category." + category;
                categories.add(ServiceCategory.top(category, wording(name)).at(categories.size()));
                for (String service : list(name + ".services")) {
                    services.add(service(category, service).at(services.size()));
                }
            }
            return new SampleCatalogue(categories, services);
        }

        private CatalogueService service(String category, String key) {
            String name = "service." + key;
            List<Deliverable> deliverables = new ArrayList<>();
            for (int i = 1; english.getProperty(name + ".deliverable." + i) != null; i++) {
                String deliverable = name + ".deliverable." + i;
                deliverables.add(new Deliverable(
                        wording(deliverable), Frequency.valueOf(english.getProperty(deliverable + ".frequency"))));
            }
            return CatalogueService.of(
                            key, category, wording(name + ".name"), wording(name + ".content"), wording(name + ".mode"))
                    .handingOver(deliverables);
        }

        private List<String> list(String name) {
            return List.of(english.getProperty(name).split(","));
        }

        private Wording wording(String name) {
            return Wording.of(english.getProperty(name), chinese.getProperty(name));
        }
    }
}
