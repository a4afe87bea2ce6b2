package io.itsm4j.change;

import io.itsm4j.InvalidInput;
import io.itsm4j.ticket.Impact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How risk is worked out, as data: a questionnaire, bands of its score, and a matrix of band and impact. The score is
 * the weight of the answers in percent of the most possible, rounded down.
 *
 * @param version the version of this data; a change keeps the version it was rated by
 * @param questions the questionnaire, keys unique, at least one question that weighs something
 * @param bands the lowest score of the second and each further band, ascending, 1 to 100
 * @param matrix the level for each band and impact, a row a band
 */
public record RiskModel(
        int version, List<RiskQuestion> questions, List<Integer> bands, List<Map<Impact, RiskLevel>> matrix) {

    /** Seven questions, bands from 34 and 67, and a matrix in which a likely failure of high impact is very high. */
    public static final RiskModel STANDARD = new RiskModel(
            1,
            List.of(
                    question("tested", "Was it tested in an environment like the real one?", "yes", "partly", "no"),
                    question("backout", "How is it taken back?", "at-once", "with-effort", "not-at-all"),
                    question("experience", "Has it been done before?", "often", "once", "never"),
                    question("users", "Who notices when it fails?", "nobody", "a-team", "everybody"),
                    question("downtime", "Does it interrupt the service?", "no", "in-window", "in-service-hours"),
                    question("complexity", "How many teams take part?", "one", "two", "more"),
                    question("security", "Does it touch security or data?", "no", "indirectly", "yes")),
            List.of(34, 67),
            List.of(
                    row(RiskLevel.LOW, RiskLevel.LOW, RiskLevel.MEDIUM),
                    row(RiskLevel.LOW, RiskLevel.MEDIUM, RiskLevel.HIGH),
                    row(RiskLevel.MEDIUM, RiskLevel.HIGH, RiskLevel.VERY_HIGH)));

    /**
     * Checks the data.
     *
     * @throws IllegalArgumentException when keys repeat, nothing weighs anything, bands do not ascend within 1 to 100,
     *     or the matrix has not a row for each band and a level for each impact
     */
    public RiskModel {
        questions = List.copyOf(questions);
        bands = List.copyOf(bands);
        matrix = matrix.stream().map(Map::copyOf).toList();
        long keys = questions.stream().map(RiskQuestion::key).distinct().count();
        int most = questions.stream().mapToInt(RiskQuestion::most).sum();
        boolean whole = matrix.size() == bands.size() + 1
                && matrix.stream().allMatch(row -> row.size() == Impact.values().length);
        if (keys != questions.size() || most == 0 || !ascend(bands) || !whole) {
            throw new IllegalArgumentException("a risk model has distinct questions that weigh something, ascending"
                    + " bands and a level for each band and impact");
        }
    }

    private static boolean ascend(List<Integer> bands) {
        int last = 0;
        for (int band : bands) {
            if (band <= last || band > 100) {
                return false;
            }
            last = band;
        }
        return true;
    }

    private static RiskQuestion question(String key, String text, String... answers) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (String answer : answers) {
            weights.put(answer, weights.size());
        }
        return new RiskQuestion(key, text, weights);
    }

    private static Map<Impact, RiskLevel> row(RiskLevel low, RiskLevel medium, RiskLevel high) {
        return Map.of(Impact.LOW, low, Impact.MEDIUM, medium, Impact.HIGH, high);
    }

    /**
     * Rates a change.
     *
     * @param answers an answer to every question
     * @throws InvalidInput naming every question that is not answered, answered otherwise, or not asked
     */
    public Risk rate(Map<String, String> answers, Impact impact) {
        List<InvalidInput.Fault> faults = new ArrayList<>();
        int weight = 0;
        int most = 0;
        for (RiskQuestion question : questions) {
            String answer = answers.get(question.key());
            String field = "answers." + question.key();
            if (answer == null) {
                faults.add(new InvalidInput.Fault(field, "REQUIRED", Map.of()));
            } else if (!question.weights().containsKey(answer)) {
                faults.add(new InvalidInput.Fault(
                        field,
                        "FIELD_OPTION",
                        Map.of("allowed", question.weights().keySet())));
            } else {
                weight += question.weights().get(answer);
            }
            most += question.most();
        }
        answers.keySet().stream()
                .filter(key -> questions.stream().noneMatch(one -> one.key().equals(key)))
                .sorted()
                .forEach(key -> faults.add(new InvalidInput.Fault(
                        "answers." + key,
                        "FIELD_UNKNOWN",
                        Map.of(
                                "allowed",
                                questions.stream().map(RiskQuestion::key).toList()))));
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparing(InvalidInput.Fault::field));
            throw new InvalidInput(faults);
        }
        int score = weight * 100 / most;
        return new Risk(answers, score, level(score, impact), version);
    }

    private RiskLevel level(int score, Impact impact) {
        return java.util.Objects.requireNonNull(matrix.get(band(score)).get(impact));
    }

    private int band(int score) {
        return (int) bands.stream().filter(lowest -> score >= lowest).count();
    }

    /** Why the risk is what it is, a line for each answer, then the sum and the matrix. */
    public List<String> explain(Risk risk, Impact impact) {
        List<String> lines = new ArrayList<>();
        int weight = 0;
        int most = 0;
        for (RiskQuestion question : questions) {
            String answer = risk.answers().get(question.key());
            int weighs = answer == null ? 0 : question.weights().getOrDefault(answer, 0);
            weight += weighs;
            most += question.most();
            lines.add(question.key() + ": " + answer + " weighs " + weighs + " of " + question.most());
        }
        lines.add("score: " + weight + " of " + most + " is " + risk.score() + " of 100, band "
                + (band(risk.score()) + 1) + " of " + matrix.size());
        lines.add("level: band " + (band(risk.score()) + 1) + " with impact " + impact + " is " + risk.level()
                + " (model " + risk.algorithm() + ")");
        return lines;
    }
}
