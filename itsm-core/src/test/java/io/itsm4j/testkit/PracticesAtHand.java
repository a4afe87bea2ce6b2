package io.itsm4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.actor.Actor;
import io.itsm4j.actor.Role;
import io.itsm4j.approval.ApprovalMark;
import io.itsm4j.approval.ApprovalPolicy;
import io.itsm4j.approval.ApprovalStep;
import io.itsm4j.approval.Approver;
import io.itsm4j.approval.Quorum;
import io.itsm4j.lifecycle.Action;
import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import io.itsm4j.problem.OpenProblem;
import io.itsm4j.problem.Problems;
import io.itsm4j.request.Catalogue;
import io.itsm4j.request.CatalogueItem;
import io.itsm4j.request.CatalogueService;
import io.itsm4j.request.PlaceOrder;
import io.itsm4j.request.ServiceCategory;
import io.itsm4j.request.Wording;
import io.itsm4j.ticket.TicketId;

/** What hostile inputs of the practices share: who acts, what can be ordered, and a lifecycle of three states. */
public abstract class PracticesAtHand extends Hostile {

    protected static final State HERE = State.of("HERE", StateCategory.NEW);
    protected static final State THERE = State.of("THERE", StateCategory.ACTIVE);
    protected static final State OVER = State.of("OVER", StateCategory.CLOSED);
    protected static final Action GO = Action.of("go");
    protected static final Action RETURN = Action.of("return");
    protected static final Action END = Action.of("end");

    protected final Actor kay = Actor.of("acme", "kay", Role.CATALOGUE_MANAGER);
    protected final Actor boss = Actor.of("acme", "boss", Role.REQUESTER);
    protected final Actor chief = Actor.of("acme", "chief", Role.REQUESTER);
    protected final Actor ron = Actor.of("acme", "ron", Role.AGENT, Role.RELEASE_MANAGER);

    protected Problems problems() {
        return itsm.as(bob).problems();
    }

    protected TicketId problem(String title) {
        return problems().open(OpenProblem.titled(title)).id();
    }

    protected Catalogue catalogue() {
        return itsm.as(kay).catalogue();
    }

    /** An item that boss and chief approve, one of them or both. */
    protected void offer(Quorum quorum) {
        Wording text = Wording.of("text");
        catalogue().define(ServiceCategory.top("devices", text));
        catalogue().define(CatalogueService.of("notebooks", "devices", text, text, text));
        catalogue()
                .define(ApprovalPolicy.named(
                        "bosses",
                        ApprovalStep.asking("bosses", Approver.person("boss"), Approver.person("chief"))
                                .needing(quorum)));
        catalogue().define(CatalogueItem.draft("notebook", "notebooks", text).approvedBy("bosses"));
        catalogue().activate("notebook");
    }

    protected TicketId orderedBy(Actor requester) {
        return itsm.as(requester)
                .shop()
                .place(PlaceOrder.of("notebook"))
                .items()
                .get(0)
                .id();
    }

    protected String approval(TicketId id) {
        ApprovalMark mark = itsm.as(bob).requests().get(id).details().mark();
        assertThat(mark).isNotNull();
        return mark.approval();
    }
}
