/**
 * Incident management (事件管理): the incident's details, lifecycle, rules and verbs. It adds verbs to the ticket engine
 * and owns no storage, access, journal or clock of its own.
 */
@NullMarked
package io.itsm4j.incident;

import org.jspecify.annotations.NullMarked;
