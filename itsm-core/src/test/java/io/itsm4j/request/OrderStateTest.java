package io.itsm4j.request;

import static io.itsm4j.request.RequestLifecycle.AWAITING_APPROVAL;
import static io.itsm4j.request.RequestLifecycle.CANCELLED;
import static io.itsm4j.request.RequestLifecycle.CLOSED;
import static io.itsm4j.request.RequestLifecycle.FULFILLED;
import static io.itsm4j.request.RequestLifecycle.IN_FULFILMENT;
import static io.itsm4j.request.RequestLifecycle.NEW;
import static io.itsm4j.request.RequestLifecycle.ON_HOLD;
import static io.itsm4j.request.RequestLifecycle.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.itsm4j.lifecycle.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderStateTest {

    private static OrderState of(State... items) {
        return OrderState.of(List.of(items));
    }

    @Test
    void work_on_one_item_is_work_on_the_order() {
        assertThat(of(AWAITING_APPROVAL, IN_FULFILMENT, CLOSED)).isEqualTo(OrderState.IN_FULFILMENT);
        assertThat(of(ON_HOLD, REJECTED)).isEqualTo(OrderState.IN_FULFILMENT);
        assertThat(of(AWAITING_APPROVAL, FULFILLED)).isEqualTo(OrderState.IN_FULFILMENT);
    }

    @Test
    void an_order_waits_while_nothing_of_it_has_begun() {
        assertThat(of(NEW, AWAITING_APPROVAL, REJECTED)).isEqualTo(OrderState.AWAITING_APPROVAL);
    }

    @Test
    void the_best_end_of_an_item_is_the_end_of_the_order() {
        assertThat(of(FULFILLED, CLOSED, CANCELLED)).isEqualTo(OrderState.FULFILLED);
        assertThat(of(CLOSED, REJECTED, CANCELLED)).isEqualTo(OrderState.CLOSED);
        assertThat(of(REJECTED, CANCELLED)).isEqualTo(OrderState.REJECTED);
        assertThat(of(CANCELLED, CANCELLED)).isEqualTo(OrderState.CANCELLED);
        assertThat(of()).isEqualTo(OrderState.CLOSED);
    }
}
