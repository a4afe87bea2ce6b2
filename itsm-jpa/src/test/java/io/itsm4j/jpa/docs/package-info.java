/** The snippets of the guide that need a database. */
package io.itsm4j.jpa.docs;
