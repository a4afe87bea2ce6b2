/**
 * Approval (审批): steps, quorum, delegation, votes bound to the content they approve. Anything can be approved, a ticket
 * or another record: its type says who asked, what counts as its content, and what an outcome does to it. May use the
 * ticket engine; knows no practice.
 */
@NullMarked
package io.itsm4j.approval;

import org.jspecify.annotations.NullMarked;
