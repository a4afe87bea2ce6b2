package io.itsm4j.hosts.workshop;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
public class WorkshopHost {}
