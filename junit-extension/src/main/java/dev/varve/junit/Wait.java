package dev.varve.junit;

import java.net.URI;

/** What to wait for of a container. */
public sealed interface Wait {
    /** Until it ends. */
    static Wait exit() {
        return new Exit();
    }

    /** Until this is in its output, on either stream. */
    static Wait line(String text) {
        return new Line(text);
    }

    /** Until somebody listens at this port of the host's network. */
    static Wait port(int port) {
        return new Port(port);
    }

    /**
     * Until this URL answers with this status.
     *
     * @throws IllegalArgumentException where it is no URL of {@code http} or {@code https}
     */
    static Wait http(String url, int status) {
        return new Http(URI.create(url), status);
    }

    /** Until a process of it has this in its command line. */
    static Wait process(String text) {
        return new RunningProcess(text);
    }

    /** Until the image's {@code HEALTHCHECK} succeeds; it is asked more often than the image says. */
    static Wait healthy() {
        return new Healthy();
    }

    /** See {@link #exit}. */
    record Exit() implements Wait {
        @Override
        public String toString() {
            return "did not end";
        }
    }

    /** See {@link #line}. */
    record Line(String text) implements Wait {
        @Override
        public String toString() {
            return "did not print '" + text + "'";
        }
    }

    /** See {@link #port}. */
    record Port(int port) implements Wait {
        @Override
        public String toString() {
            return "did not listen at port " + port;
        }
    }

    /** See {@link #http}. */
    record Http(URI url, int status) implements Wait {
        public Http {
            if (url.getHost() == null || !String.valueOf(url.getScheme()).matches("https?")) {
                throw new IllegalArgumentException("'" + url + "' is no URL such as http://localhost:8080/");
            }
        }

        @Override
        public String toString() {
            return "did not answer " + url + " with " + status;
        }
    }

    /** See {@link #process}. */
    record RunningProcess(String text) implements Wait {
        @Override
        public String toString() {
            return "had no process '" + text + "'";
        }
    }

    /** See {@link #healthy}. */
    record Healthy() implements Wait {
        @Override
        public String toString() {
            return "did not become healthy";
        }
    }
}
