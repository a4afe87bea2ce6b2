package io.itsm4j.spring;

import io.itsm4j.Itsm;
import io.itsm4j.actor.AccessPolicy;
import io.itsm4j.actor.Directory;
import io.itsm4j.journal.AnchorSink;
import io.itsm4j.journal.EventListener;
import io.itsm4j.journal.EventSink;
import io.itsm4j.journal.IdSource;
import io.itsm4j.ticket.AttachmentStore;
import io.itsm4j.ticket.Definitions;
import io.itsm4j.ticket.Notifier;
import io.itsm4j.ticket.TicketType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.unit.DataSize;

/**
 * What the host brings that serves every practice. No component has a name that a host would give to its bean: of two
 * beans of a type Spring takes the one with the component's name, and here two are to be refused unless one is primary.
 */
record HostSurroundings(
        ObjectProvider<InstantSource> time,
        ObjectProvider<IdSource> naming,
        ObjectProvider<Directory> people,
        ObjectProvider<AccessPolicy> access,
        ObjectProvider<Definitions> data,
        ObjectProvider<TicketType<?>> types,
        ObjectProvider<EventListener> listeners,
        ObjectProvider<EventSink> events,
        ObjectProvider<Notifier> notices,
        ObjectProvider<AnchorSink> seals,
        ObjectProvider<AttachmentStore> files,
        ObjectProvider<MeterRegistry> measurements,
        ObjectProvider<ObservationRegistry> observed) {

    /** Hands over what is there. */
    void to(Itsm.Builder builder, DataSize largestFile) {
        time.ifAvailable(builder::clock);
        naming.ifAvailable(builder::ids);
        people.ifAvailable(builder::directory);
        access.ifAvailable(builder::policy);
        data.ifAvailable(builder::definitions);
        types.orderedStream().forEach(builder::type);
        listeners.orderedStream().forEach(builder::listener);
        events.ifAvailable(builder::sink);
        notices.ifAvailable(builder::notifier);
        seals.ifAvailable(builder::anchors);
        files.ifAvailable(bytes -> builder.attachments(bytes, largestFile.toBytes()));
        measurements.ifAvailable(builder::meters);
        observed.ifAvailable(builder::observations);
    }
}
