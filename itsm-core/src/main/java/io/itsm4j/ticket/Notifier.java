package io.itsm4j.ticket;

/** Tells people, by whatever means the host has. Called after the commit, at least once for each key. */
@FunctionalInterface
public interface Notifier {

    /** Tells them; throwing puts it off. */
    void tell(Notification notification);
}
