package dev.varve.cli.container;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands on the signals that this process gets, instead of ending of them; who asks for the end three times gets it. Java has them only in {@code sun.misc.Signal},
 * which may go; where it is not there, nothing is handed on.
 */
final class SignalProxy implements AutoCloseable {
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP", "USR1", "USR2", "ALRM", "CONT", "WINCH");
    private static final List<String> ENDING = List.of("INT", "TERM");

    /** Who asks for the end so often means it. */
    private static final int PATIENCE = 3;

    private int asked;
    private final List<Runnable> restorations = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();
    private @Nullable Consumer<String> ear;

    /** From now on signals are kept. */
    SignalProxy() {
        NAMES.forEach(this::handle);
    }

    /** Hands on those that have come, and those that come: each one's name, without {@code SIG}. */
    synchronized void handTo(Consumer<String> listener) {
        ear = listener;
        waiting.forEach(listener);
        waiting.clear();
    }

    private void handle(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Method handle = signal.getMethod("handle", signal, handler);
            Object self = Proxy.newProxyInstance(
                    SignalProxy.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        heard(name);
                        return null;
                    });
            Object which = signal.getConstructor(String.class).newInstance(name);
            Object before = handle.invoke(null, which, self);
            restorations.add(() -> restore(handle, which, before));
        } catch (ReflectiveOperationException e) {
            // the JVM wants this signal for itself, or tells nobody of any
            return;
        }
    }

    private static void restore(Method handle, Object which, Object before) {
        try {
            handle.invoke(null, which, before);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void heard(String name) {
        String sent = ENDING.contains(name) && ++asked >= PATIENCE ? "KILL" : name;
        if (ear == null) {
            waiting.add(sent);
        } else {
            ear.accept(sent);
        }
    }

    @Override
    public void close() {
        restorations.forEach(Runnable::run);
    }
}
