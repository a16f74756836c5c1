package io.github.camelsms.sms.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** A database whose process can be stopped, as SIGSTOP does, and whose SQL can be made wrong for a negative control. */
final class StoppableDatabase extends ForwardingDatabase {

    private final UnaryOperator<String> mutation;
    private volatile CountDownLatch running = new CountDownLatch(0);

    StoppableDatabase(Database database, UnaryOperator<String> mutation) {
        super(database);
        this.mutation = mutation;
    }

    void stop() {
        running = new CountDownLatch(1);
    }

    void goOn() {
        running.countDown();
    }

    @Override
    public Connection connection() throws SQLException {
        try {
            running.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return mutated(super.connection());
    }

    private Connection mutated(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        arguments[0] = mutation.apply((String) arguments[0]);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
