package dev.varve.registry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What went wrong with a connection, in words. */
final class Trouble {
    private Trouble() {}

    /** Whether another attempt may go better. */
    static boolean mayPass(IOException error) {
        return !(error instanceof RegistryException)
                && !(error instanceof InterruptedIOException)
                && !isUntrusted(error);
    }

    /** Nobody is there. */
    static boolean isUnreachable(IOException error) {
        return has(error, ConnectException.class)
                || has(error, UnknownHostException.class)
                || has(error, UnresolvedAddressException.class);
    }

    private static boolean isUntrusted(IOException error) {
        return has(error, CertificateException.class) || has(error, CertPathValidatorException.class);
    }

    static String words(IOException error) {
        if (has(error, UnknownHostException.class) || has(error, UnresolvedAddressException.class)) {
            return "there is no host of this name, or none can be looked up: check the name and this machine's network"
                    + " (HTTPS_PROXY where it needs a proxy, VARVE_MIRRORS where it has a mirror)";
        }
        if (has(error, ConnectException.class)) {
            return "cannot connect" + detail(error);
        }
        if (isUntrusted(error)) {
            return "its certificate is not trusted" + detail(error);
        }
        if (has(error, SSLException.class)) {
            return "no TLS connection" + detail(error);
        }
        return "the connection broke" + detail(error);
    }

    private static String detail(IOException error) {
        String message = error.getMessage();
        return message == null || message.isBlank() ? "" : ": " + Plain.text(message);
    }

    private static boolean has(@Nullable Throwable error, Class<? extends Throwable> type) {
        int depth = 0;
        for (Throwable cause = error; cause != null && depth < 10; cause = cause.getCause(), depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
