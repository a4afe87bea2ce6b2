package io.itsm4j.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.itsm4j.ticket.Impact;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RiskModelTest {

    private static final RiskModel MODEL = new RiskModel(
            7,
            List.of(
                    new RiskQuestion("tested", "Tested?", Map.of("yes", 0, "no", 3)),
                    new RiskQuestion("users", "Users?", Map.of("few", 1, "many", 7))),
            List.of(40, 70),
            List.of(
                    Map.of(Impact.LOW, RiskLevel.LOW, Impact.MEDIUM, RiskLevel.LOW, Impact.HIGH, RiskLevel.MEDIUM),
                    Map.of(Impact.LOW, RiskLevel.LOW, Impact.MEDIUM, RiskLevel.MEDIUM, Impact.HIGH, RiskLevel.HIGH),
                    Map.of(
                            Impact.LOW,
                            RiskLevel.MEDIUM,
                            Impact.MEDIUM,
                            RiskLevel.HIGH,
                            Impact.HIGH,
                            RiskLevel.VERY_HIGH)));

    private static Risk rate(String tested, String users, Impact impact) {
        return MODEL.rate(Map.of("tested", tested, "users", users), impact);
    }

    @Test
    void reckons_the_score_in_percent_of_the_most_and_looks_the_level_up() {
        assertThat(rate("yes", "few", Impact.HIGH))
                .isEqualTo(new Risk(Map.of("tested", "yes", "users", "few"), 10, RiskLevel.MEDIUM, 7));
        assertThat(rate("no", "few", Impact.HIGH).score()).isEqualTo(40);
        assertThat(rate("no", "few", Impact.HIGH).level()).isEqualTo(RiskLevel.HIGH);
        assertThat(rate("yes", "many", Impact.MEDIUM).score()).isEqualTo(70);
        assertThat(rate("yes", "many", Impact.MEDIUM).level()).isEqualTo(RiskLevel.HIGH);
        assertThat(rate("no", "many", Impact.HIGH).level()).isEqualTo(RiskLevel.VERY_HIGH);
    }

    @Test
    void explains_every_answer_the_sum_and_the_matrix() {
        assertThat(MODEL.explain(rate("no", "few", Impact.LOW), Impact.LOW))
                .containsExactly(
                        "tested: no weighs 3 of 3",
                        "users: few weighs 1 of 7",
                        "score: 4 of 10 is 40 of 100, band 2 of 3",
                        "level: band 2 with impact LOW is LOW (model 7)");
    }

    @Test
    void refuses_a_model_that_cannot_answer() {
        assertThatThrownBy(() -> new RiskQuestion("x", "one answer only", Map.of("yes", 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RiskModel(1, MODEL.questions(), List.of(70, 40), MODEL.matrix()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RiskModel(1, MODEL.questions(), List.of(40), MODEL.matrix()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RiskModel(1, List.of(), MODEL.bands(), MODEL.matrix()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
