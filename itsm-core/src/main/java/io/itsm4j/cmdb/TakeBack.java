package io.itsm4j.cmdb;

import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.Query;
import io.itsm4j.ticket.Ledger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what makes the records again what they were before edits were written, where nobody changed them since. */
final class TakeBack {

    private final Ledger ledger;
    private final Instant written;
    private final Map<String, CiState> before;
    private final Map<String, CiState> after;
    private final Map<String, CiState> present;
    private final List<CiEdit> opposites = new ArrayList<>();
    private final List<CiEdit> kept = new ArrayList<>();

    private TakeBack(Ledger ledger, List<CiEdit> edits, Instant written) {
        this.ledger = ledger;
        this.written = written;
        Set<String> items = edits.stream().flatMap(TakeBack::ends).collect(Collectors.toSet());
        before = states(items, CiState.at(written.minus(1, ChronoUnit.MICROS)));
        after = states(items, CiState.at(written));
        present = states(items, CiState.UNTIL.is(CiRelation.FOREVER));
    }

    /**
     * Works it out; writes nothing.
     *
     * @param edits what was written
     * @param written when
     */
    static TakeBack of(Ledger ledger, List<CiEdit> edits, Instant written) {
        TakeBack takeBack = new TakeBack(ledger, edits, written);
        edits.forEach(takeBack::consider);
        Collections.reverse(takeBack.opposites);
        return takeBack;
    }

    /** What to write, the opposite of the last edit first. */
    List<CiEdit> opposites() {
        return opposites;
    }

    /** The edits that stay, because what they wrote is different by now or the item has ended. */
    List<CiEdit> kept() {
        return kept;
    }

    private static Stream<String> ends(CiEdit edit) {
        return WriteBack.isRelation(edit)
                ? Stream.of(edit.ci(), Objects.requireNonNull(edit.value()))
                : Stream.of(edit.ci());
    }

    private boolean isLive(String item) {
        CiState now = present.get(item);
        return now == null ? !Edges.isItem(item) : now.status().category().isOpen();
    }

    private Map<String, CiState> states(Set<String> items, Criterion<CiState> when) {
        Map<String, CiState> found = new HashMap<>();
        if (!items.isEmpty()) {
            ledger.list(Query.of(
                            CiState.KIND, ledger.tenant(), CiState.CI.in(items).and(when)))
                    .forEach(state -> found.put(state.ci(), state));
        }
        return found;
    }

    private void consider(CiEdit edit) {
        if (WriteBack.isRelation(edit)) {
            relation(edit);
            return;
        }
        Optional<String> was = value(before, edit);
        if (!isLive(edit.ci()) || !value(after, edit).equals(value(present, edit))) {
            kept.add(edit);
        } else if (!was.equals(value(present, edit))) {
            opposites.add(new CiEdit(edit.ci(), edit.key(), was.orElse(null)));
        }
    }

    private static Optional<String> value(Map<String, CiState> states, CiEdit edit) {
        return Optional.ofNullable(states.get(edit.ci())).flatMap(state -> state.text(edit.key()));
    }

    private void relation(CiEdit edit) {
        List<CiRelation> all = ledger.list(Query.of(
                CiRelation.KIND,
                ledger.tenant(),
                CiRelation.FROM
                        .is(edit.ci())
                        .and(CiRelation.TYPE.is(WriteBack.typeOf(edit)))
                        .and(CiRelation.TO.is(Objects.requireNonNull(edit.value())))
                        .and(CiRelation.UNTIL.atLeast(written))));
        Optional<CiRelation> open = all.stream().filter(CiRelation::isOpen).findFirst();
        if (WriteBack.makes(edit)) {
            open.filter(relation -> relation.since().equals(written))
                    .ifPresent(relation -> opposites.add(WriteBack.unrelate(relation)));
        } else if (open.isEmpty()) {
            all.stream()
                    .filter(relation -> relation.until().equals(written))
                    .findFirst()
                    .ifPresent(relation -> relateAgain(edit, relation));
        }
    }

    private void relateAgain(CiEdit edit, CiRelation relation) {
        if (isLive(relation.from()) && isLive(relation.to())) {
            opposites.add(WriteBack.relate(relation));
        } else {
            kept.add(edit);
        }
    }
}
