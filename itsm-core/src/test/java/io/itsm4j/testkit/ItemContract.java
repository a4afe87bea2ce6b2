package io.itsm4j.testkit;

import io.itsm4j.Itsm;
import io.itsm4j.actor.Role;
import io.itsm4j.cmdb.CmdbPolicy;
import io.itsm4j.cmdb.Configuration;
import io.itsm4j.cmdb.Items;
import io.itsm4j.cmdb.RegisterItem;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;

/** What contracts of configuration items share: a schema, and items by name. */
public abstract class ItemContract extends Contract {

    protected Itsm itsm;
    protected Configuration cmdb;
    protected Items items;

    @BeforeEach
    void begin() {
        itsm = builder()
                .cmdbPolicy(CmdbPolicy.STANDARD.restricting("document", Role.MANAGER))
                .build();
        cmdb = itsm.as(bob).configuration();
        items = cmdb.items();
    }

    protected String server(String name) {
        return items.register(RegisterItem.of("server", name).with("host_name", name))
                .id();
    }

    protected String application(String name) {
        return items.register(RegisterItem.of("application", name).environment("production"))
                .id();
    }

    protected static void waitAtMostHalfASecond(CountDownLatch latch) {
        try {
            if (latch.await(500, TimeUnit.MILLISECONDS)) {
                latch.countDown();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    protected void later() {
        clock.advance(Duration.ofHours(1));
    }
}
