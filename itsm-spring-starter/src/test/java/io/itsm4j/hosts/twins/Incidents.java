package io.itsm4j.hosts.twins;

import org.springframework.data.jpa.repository.JpaRepository;

/** The repository of this host. */
public interface Incidents extends JpaRepository<Incident, String> {}
