/**
 * Problem management (问题管理): the causes behind incidents, what helps meanwhile, and what ends them for good. It adds
 * verbs to the ticket engine and names one other practice on purpose: a workaround reaches incidents.
 */
@NullMarked
package io.itsm4j.problem;

import org.jspecify.annotations.NullMarked;
