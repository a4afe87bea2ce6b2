package io.itsm4j.examples.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Counts the statements that go to a database; a batch counts as one. Used beside the timed runs, never in them. */
final class StatementCounter {

    private final AtomicLong executed = new AtomicLong();

    DataSource on(DataSource pool) {
        return proxy(DataSource.class, pool);
    }

    long executed() {
        return executed.get();
    }

    private <T> T proxy(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                StatementCounter.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> counted(real, method, arguments)));
    }

    private Object counted(Object real, Method method, Object[] arguments) throws Throwable {
        if (real instanceof Statement && method.getName().startsWith("execute")) {
            executed.incrementAndGet();
        }
        try {
            Object result = method.invoke(real, arguments);
            if (result instanceof Connection connection) {
                return proxy(Connection.class, connection);
            }
            if (result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, statement);
            }
            return result instanceof Statement statement ? proxy(Statement.class, statement) : result;
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
