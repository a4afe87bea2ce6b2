package io.itsm4j.hosts.twins;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What this host calls a ticket. */
@Entity
@Table(name = "ticket")
public class Ticket {

    @Id
    private String train = "";

    protected Ticket() {}

    /** For a train. */
    public Ticket(String train) {
        this.train = train;
    }

    /** Which train. */
    public String train() {
        return train;
    }
}
