package io.itsm4j.hosts.twins;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What this host calls an incident. */
@Entity
@Table(name = "incident")
public class Incident {

    @Id
    private String place = "";

    protected Incident() {}

    /** Something that happened somewhere. */
    public Incident(String place) {
        this.place = place;
    }

    /** Where. */
    public String place() {
        return place;
    }
}
