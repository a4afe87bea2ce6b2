package io.itsm4j.request;

import java.util.List;

/**
 * A service of the catalogue: what is done, how, and what is handed over. Items to order belong to a service.
 *
 * @param key what others name it by; tickets carry it as their service
 * @param category the key of its category
 * @param name its name
 * @param content what is done
 * @param mode how it is done: on site, remotely, by somebody resident
 * @param deliverables what is handed over, and how often
 * @param retired whether it is no longer offered
 * @param position where it stands among its neighbours, lowest first
 */
public record CatalogueService(
        String key,
        String category,
        Wording name,
        Wording content,
        Wording mode,
        List<Deliverable> deliverables,
        boolean retired,
        int position) {

    /** The most deliverables of one service. */
    private static final int DELIVERABLES = 100;

    /** Copies the deliverables. */
    public CatalogueService {
        deliverables = List.copyOf(deliverables);
    }

    /** A service without deliverables. */
    public static CatalogueService of(String key, String category, Wording name, Wording content, Wording mode) {
        return new CatalogueService(key, category, name, content, mode, List.of(), false, 0);
    }

    /** The same with deliverables. */
    public CatalogueService handingOver(List<Deliverable> all) {
        return new CatalogueService(key, category, name, content, mode, all, retired, position);
    }

    /** The same at a place. */
    public CatalogueService at(int place) {
        return new CatalogueService(key, category, name, content, mode, deliverables, retired, place);
    }

    CatalogueService retired(boolean gone) {
        return new CatalogueService(key, category, name, content, mode, deliverables, gone, position);
    }

    void check(Faults faults) {
        faults.key("key", key);
        faults.key("category", category);
        faults.wording("name", name, 200);
        faults.wording("content", content, 4_000);
        faults.wording("mode", mode, 1_000);
        faults.when(deliverables.size() > DELIVERABLES, "deliverables", "TOO_MANY", "limit", DELIVERABLES);
        for (int i = 0; i < deliverables.size(); i++) {
            faults.at("deliverables", i).wording("name", deliverables.get(i).name(), 500);
        }
    }
}
