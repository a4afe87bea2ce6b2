package io.itsm4j.testkit;

import java.lang.management.ManagementFactory;

/** How much memory this thread has asked for so far, counted by the virtual machine. */
final class Allocation {

    private Allocation() {}

    static long ofThisThread() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
