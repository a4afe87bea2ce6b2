/**
 * Service catalogue and requests (服务目录 / 服务请求): what can be ordered, by whom, at what price and how it is fulfilled;
 * and the orders themselves. It adds verbs to the ticket engine and to stored definitions and owns no storage, access,
 * journal or clock of its own.
 */
@NullMarked
package io.itsm4j.request;

import org.jspecify.annotations.NullMarked;
