package io.itsm4j.change;

import io.itsm4j.actor.PersonId;
import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.approval.Expiry;
import io.itsm4j.approval.Quorum;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Kept;
import io.itsm4j.ticket.RecordType;
import io.itsm4j.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A change advisory board: a meeting formed for one change. Its approvers vote through the change's approval, so that
 * each vote is bound to what it approves; the meeting holds what was said.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param change the change it was formed for
 * @param agenda what is talked about, one point a line
 * @param meetsAt when it meets
 * @param approvers who votes
 * @param advisers who is heard and does not vote
 * @param quorum how many approvers must be present, and must approve
 * @param state where it stands
 * @param present who was there, once it was held
 * @param minutes what was said, or null
 * @param version the domain's own counter
 * @param chain the end of its journal
 */
public record Board(
        String id,
        TenantId tenant,
        TicketId change,
        String agenda,
        Instant meetsAt,
        Set<PersonId> approvers,
        Set<PersonId> advisers,
        int quorum,
        State state,
        Set<PersonId> present,
        @Nullable String minutes,
        long version,
        ChainHead chain)
        implements Kept {

    /** Where a board stands. */
    public enum State {
        CALLED,
        HELD,
        CALLED_OFF
    }

    /** The primary key. */
    public static final Attribute<Board, String> ID = Attribute.text("id", Board::id);

    /** The change it was formed for. */
    public static final Attribute<Board, TicketId> CHANGE = Attribute.text("change", Board::change, TicketId::value);

    /** Where it stands. */
    public static final Attribute<Board, State> STATE = Attribute.text("state", Board::state, State::name);

    /** When it meets. */
    public static final Attribute<Board, Instant> MEETS_AT =
            Attribute.<Board>time("meetsAt", Board::meetsAt).sorted();

    /** How boards are stored. */
    public static final RecordKind<Board> KIND = RecordKind.of("change-board", Board.class, Board::id, Board::tenant)
            .with(ID, STATE, MEETS_AT)
            .lookup(CHANGE);

    /** How boards are kept. */
    public static final RecordType<Board> TYPE = RecordType.named("change-board", KIND, ID, Board::stamped)
            .readBy(Role.AGENT, Role.MANAGER, Role.CHANGE_MANAGER, Role.AUDITOR)
            .visible((actor, reader) -> reader ? Criterion.all() : Criterion.none())
            .field(DetailField.plain("state", Board::state))
            .field(DetailField.plain("meetsAt", Board::meetsAt))
            .field(DetailField.plain("quorum", board -> (long) board.quorum()))
            .field(DetailField.personal("agenda", Board::agenda))
            .field(DetailField.personal("approvers", Board::approvers))
            .field(DetailField.personal("advisers", Board::advisers))
            .field(DetailField.personal("present", Board::present))
            .field(DetailField.personal("minutes", Board::minutes))
            .erasing((ledger, board, person, pseudonym) -> board.erased(person, pseudonym));

    /** Copies the people. */
    public Board {
        approvers = Set.copyOf(approvers);
        advisers = Set.copyOf(advisers);
        present = Set.copyOf(present);
    }

    /** Its approvers as the policy of the change's approval; they have until a day after the meeting. */
    ApprovalPolicy policy(Instant now) {
        Approver[] asked = approvers.stream()
                .map(PersonId::value)
                .sorted()
                .map(Approver::person)
                .toArray(Approver[]::new);
        ApprovalStep step = ApprovalStep.asking("board", asked).needing(Quorum.atLeast(quorum));
        Duration left = Duration.between(now, meetsAt.plus(Duration.ofDays(1)));
        boolean ahead = !left.isNegative() && !left.isZero();
        return ApprovalPolicy.named("change board", ahead ? step.within(left, Expiry.NOTHING) : step);
    }

    /** The same, stamped by the command that wrote it. */
    public Board stamped(long newVersion, ChainHead head) {
        return copy(state, present, minutes, newVersion, head);
    }

    Board held(Set<PersonId> there, String said) {
        return copy(State.HELD, there, said, version, chain);
    }

    Board calledOff() {
        return copy(State.CALLED_OFF, present, minutes, version, chain);
    }

    private Board copy(State now, Set<PersonId> there, @Nullable String said, long newVersion, ChainHead head) {
        return new Board(
                id, tenant, change, agenda, meetsAt, approvers, advisers, quorum, now, there, said, newVersion, head);
    }

    private Board erased(PersonId person, PersonId pseudonym) {
        List<Set<PersonId>> people = List.of(approvers, advisers, present);
        if (people.stream().noneMatch(all -> all.contains(person))) {
            return this;
        }
        List<Set<PersonId>> without = people.stream()
                .map(all -> all.stream()
                        .map(one -> one.equals(person) ? pseudonym : one)
                        .collect(Collectors.toSet()))
                .toList();
        return new Board(
                id,
                tenant,
                change,
                agenda,
                meetsAt,
                without.get(0),
                without.get(1),
                quorum,
                state,
                without.get(2),
                minutes,
                version,
                chain);
    }
}
