package io.itsm4j.request;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The questions somebody answers who orders an item. A question may be asked only after what an earlier one was
 * answered, so that a form is read from top to bottom and never in a circle.
 *
 * @param questions in the order in which they are asked
 */
public record Form(List<Question> questions) {

    /** A form without questions. */
    public static final Form EMPTY = new Form(List.of());

    /** The most questions of one form. */
    public static final int MOST = 200;

    /** Copies the questions. */
    public Form {
        questions = List.copyOf(questions);
    }

    /** A form of these questions. */
    public static Form of(Question... questions) {
        return new Form(List.of(questions));
    }

    void check(Faults faults) {
        faults.when(questions.size() > MOST, "questions", "TOO_MANY", "limit", MOST);
        List<Question> earlier = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Question question = questions.get(i);
            question.check(faults.at("questions", i), earlier);
            earlier.add(question);
        }
    }

    /** The questions that are asked when the form is answered so far like this. */
    public List<Question> asked(Answers answers) {
        Map<String, Question> asked = new LinkedHashMap<>();
        for (Question question : questions) {
            Question.ShownWhen when = question.shownWhen();
            boolean shown = when == null
                    || asked.containsKey(when.question())
                            && answers.of(when.question()).stream().anyMatch(when.values()::contains);
            if (shown) {
                asked.put(question.key(), question);
            }
        }
        return List.copyOf(asked.values());
    }

    /**
     * Checks answers.
     *
     * @return the answers in their plain form
     */
    Answers check(Answers given, Faults faults) {
        Map<String, Question> asked = new LinkedHashMap<>();
        asked(given).forEach(question -> asked.put(question.key(), question));
        for (String key : given.all().keySet()) {
            faults.when(!asked.containsKey(key), key, "NOT_ASKED", "value", key);
        }
        Map<String, List<String>> plain = new LinkedHashMap<>();
        asked.forEach((key, question) -> {
            List<String> values = given.of(key);
            if (!values.isEmpty()) {
                plain.put(key, Answers.check(question, values, faults));
            } else if (question.required()) {
                faults.add(key, "REQUIRED", Map.of());
            }
        });
        return new Answers(plain);
    }
}
