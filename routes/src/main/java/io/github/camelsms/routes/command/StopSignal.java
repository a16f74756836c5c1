package io.github.camelsms.routes.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/**
 * SIGTERM and SIGINT: the first one asks the gateway to stop, a second one ends it at once.
 *
 * <p>{@code sun.misc.Signal} is in the module jdk.unsupported of every JDK, but javac warns about naming it, so it is
 * named at run time only. Where it is not there, a shutdown hook waits for the gateway to stop.
 */
final class StopSignal {

    private static final int KILLED = 137;

    private final CountDownLatch asked = new CountDownLatch(1);

    private StopSignal() {}

    static StopSignal listen() {
        StopSignal signal = new StopSignal();
        try {
            signal.handle("TERM");
            signal.handle("INT");
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            Thread main = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> signal.stopAndJoin(main), "stop"));
        }
        return signal;
    }

    private void handle(String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Object handler = Proxy.newProxyInstance(
                StopSignal.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                    if (method.getName().equals("handle")) {
                        stop();
                    }
                    return null;
                });
        try {
            type.getMethod("handle", type, handlerType)
                    .invoke(null, type.getConstructor(String.class).newInstance(name), handler);
        } catch (InvocationTargetException e) {
            // the signal is used by the virtual machine (-Xrs)
            throw new IllegalArgumentException(e.getCause());
        }
    }

    private void stop() {
        if (asked.getCount() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
        asked.countDown();
    }

    private void stopAndJoin(Thread main) {
        asked.countDown();
        try {
            main.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void await() throws InterruptedException {
        asked.await();
    }
}
