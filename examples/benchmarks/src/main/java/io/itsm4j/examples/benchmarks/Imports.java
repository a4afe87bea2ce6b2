package io.itsm4j.examples.benchmarks;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Actor;
import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.incident.HoldIncident;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentVerbs;
import io.itsm4j.incident.ResolveIncident;
import io.itsm4j.jpa.JpaStore;
import io.itsm4j.ticket.Assign;
import io.itsm4j.ticket.ImportReport;
import io.itsm4j.ticket.ImportedTicket;
import io.itsm4j.ticket.OpenTicket;
import io.itsm4j.ticket.Verb;
import io.itsm4j.ticket.Verbs;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/**
 * Tickets with a history of seven entries and a comment each, a hundred in a transaction: {@code COPY}, Hibernate and
 * the library.
 */
final class Imports {

    private static final int BATCH = 100;
    private static final PersonId BY = PersonId.of(Life.PERSON);

    private final int tickets;
    private final int rounds;
    private final AtomicLong numbers = new AtomicLong();
    private final Story story = new Story(false);

    Imports(int tickets, int rounds) {
        this.tickets = tickets;
        this.rounds = rounds;
    }

    /** Brings so many tickets in, the first of this number. */
    @FunctionalInterface
    private interface Importer {
        void run(long first, int many);
    }

    void run() throws IOException, SQLException, InterruptedException, ExecutionException {
        try (Database database = new Database();
                EntityManagerFactory byHand = Hibernate.factory(
                        database.pool(),
                        HibernateLife.ENTITIES.stream().map(Class::getName).toList());
                EntityManagerFactory librarys = Hibernate.factory(database.pool(), JpaStore.entityClassNames())) {
            System.out.println(Machine.description() + "; " + database.version());
            Itsm itsm = Itsm.builder()
                    .store(JpaStore.owning(librarys))
                    .numberBlock(BATCH)
                    .build();
            Map<String, Importer> contestants = new LinkedHashMap<>();
            CopyImport copy = new CopyImport(database.pool(), BATCH);
            contestants.put("COPY", (first, many) -> copy.run("COPY", first, many));
            contestants.put("Hibernate", (first, many) -> byHand(byHand, first, many));
            contestants.put("itsm4j", (first, many) -> library(itsm, first, many));
            Map<String, List<Round>> measured = new LinkedHashMap<>();
            for (int round = -1; round < rounds; round++) {
                for (Map.Entry<String, Importer> contestant : contestants.entrySet()) {
                    database.settle();
                    long first = numbers.getAndAdd(tickets);
                    Round result = Round.of(
                            1, 1, new AtomicLong(), one -> contestant.getValue().run(first, tickets));
                    if (round >= 0) { // the one before warms up
                        measured.computeIfAbsent(contestant.getKey(), none -> new ArrayList<>())
                                .add(result);
                    }
                }
            }
            contestants.keySet().forEach(name -> System.out.println(name + ":" + rows(database, name)));
            report(measured);
        }
    }

    private static String rows(Database database, String tenant) {
        try {
            return database.rows(tenant);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void report(Map<String, List<Round>> measured) {
        double copy = Round.median(measured.getOrDefault("COPY", List.of())).perSecond();
        double hibernate =
                Round.median(measured.getOrDefault("Hibernate", List.of())).perSecond();
        measured.forEach((name, list) -> {
            Round median = Round.median(list);
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %9.0f tickets/s   CPU %.3f ms a ticket   %.2f × Hibernate   %.2f × COPY%n",
                    name,
                    median.perSecond() * tickets,
                    median.cpu() / tickets,
                    median.perSecond() / hibernate,
                    median.perSecond() / copy);
        });
        System.out.println("must: itsm4j ≥ 0.70 × Hibernate; aim: ≥ 0.50 × COPY");
    }

    private static void library(Itsm itsm, long first, int many) {
        ImportReport report = itsm.as(Actor.of("itsm4j", Life.PERSON, Role.IMPORTER))
                .imports(itsm.incidentType())
                .run(LongStream.range(first, first + many)
                        .mapToObj(Imports::imported)
                        .iterator());
        if (report.imported() != many) {
            throw new IllegalStateException(report.toString());
        }
    }

    private static ImportedTicket<Incident> imported(long number) {
        return new ImportedTicket<>(
                number,
                OpenTicket.titled(Life.title(number)).describedAs(Life.DESCRIPTION),
                Incident.NEW,
                History.OPENED,
                BY,
                List.of(
                        step(1, Verbs.assign(Assign.to(Life.GROUP, Life.PERSON))),
                        step(2, IncidentVerbs.start()),
                        step(3, IncidentVerbs.hold(HoldIncident.untilCallerAnswers(Life.QUESTION))),
                        step(4, IncidentVerbs.resume()),
                        step(5, IncidentVerbs.resolve(ResolveIncident.with(Life.CODE, Life.NOTES))),
                        step(6, IncidentVerbs.close())));
    }

    private static ImportedTicket.Step<Incident> step(int minutes, Verb<Incident> verb) {
        return new ImportedTicket.Step<>(History.at(minutes), BY, verb);
    }

    private void byHand(EntityManagerFactory factory, long first, int many) {
        for (long from = first; from < first + many; from += BATCH) {
            long start = from;
            long end = Math.min(first + many, from + BATCH);
            factory.runInTransaction(entities -> {
                for (long number = start; number < end; number++) {
                    byHand(entities, number);
                }
            });
        }
    }

    private void byHand(EntityManager entities, long number) {
        History history = History.of(story, "Hibernate", number);
        entities.persist(history.ticket());
        entities.persist(history.incident());
        entities.persist(history.comment());
        history.journal().forEach(entities::persist);
    }
}
