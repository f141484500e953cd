package dev.varve.junit;

import java.io.IOException;

/** Lets tests call the engine without declaring what it throws. */
final class Unchecked {
    private Unchecked() {}

    @FunctionalInterface
    interface Call<T extends @org.jspecify.annotations.Nullable Object> {
        T run() throws IOException, InterruptedException;
    }

    @FunctionalInterface
    interface Action {
        void run() throws IOException, InterruptedException;
    }

    static <T extends @org.jspecify.annotations.Nullable Object> T get(Call<T> call) {
        try {
            return call.run();
        } catch (IOException e) {
            throw new VarveException(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VarveException("interrupted", e);
        }
    }

    static void run(Action action) {
        get(() -> {
            action.run();
            return Boolean.TRUE;
        });
    }
}
