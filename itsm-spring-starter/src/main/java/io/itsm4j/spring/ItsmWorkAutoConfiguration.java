package io.itsm4j.spring;

import io.itsm4j.Itsm;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.TaskScheduler;

/** Calls for due work and deliveries on the host's scheduler, when asked to. */
@AutoConfiguration(after = {ItsmAutoConfiguration.class, TaskSchedulingAutoConfiguration.class})
@WhenSwitchedOn(by = "work.enabled", unlessSaid = false)
@ConditionalOnBean(Itsm.class)
public final class ItsmWorkAutoConfiguration {

    /** Made by Spring. */
    public ItsmWorkAutoConfiguration() {}

    /** The worker; of several schedulers the primary one is used, else the one named taskScheduler. */
    @Bean
    @ConditionalOnMissingBean(name = "itsmDueWorker")
    DueWorker itsmDueWorker(Itsm itsm, ObjectProvider<TaskScheduler> taskScheduler, ItsmProperties properties) {
        TaskScheduler hosts = taskScheduler.getIfAvailable();
        if (hosts == null) {
            throw new SetupFault(
                    "itsm.work.enabled is true, but the application has no TaskScheduler; itsm4j starts no thread"
                            + " of its own.",
                    "Put @EnableScheduling on a configuration class, or declare a TaskScheduler bean, or set"
                            + " itsm.work.enabled=false and call Itsm.processDue and Itsm.deliver yourself.");
        }
        return new DueWorker(itsm, hosts, properties.work());
    }
}
