package dev.varve.registry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The JDK's trusted certificates and those of a folder, as Docker reads {@code /etc/docker/certs.d/HOST}. */
final class TrustedCertificates {
    private TrustedCertificates() {}

    /** @throws IOException where a file of the folder holds no certificate, and names it */
    static TrustManager read(Path folder) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int count = 0;
            for (X509Certificate issuer : manager(null).getAcceptedIssuers()) {
                store.setCertificateEntry("certificate" + count++, issuer);
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.crt")) {
                for (Path file : files) {
                    for (Certificate certificate : certificates(file)) {
                        store.setCertificateEntry("certificate" + count++, certificate);
                    }
                }
            }
            return manager(store);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot read the certificates of " + folder + ": " + e.getMessage(), e);
        }
    }

    private static Iterable<? extends Certificate> certificates(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds no certificate: " + e.getMessage(), e);
        }
    }

    private static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("the JDK has no X.509 trust manager");
    }
}
