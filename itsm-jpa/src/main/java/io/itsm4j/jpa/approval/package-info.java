/** How approvals, votes and delegations are laid into tables. */
@NullMarked
package io.itsm4j.jpa.approval;

import org.jspecify.annotations.NullMarked;
