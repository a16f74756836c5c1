package io.github.camelsms.routes.doctor;

import io.github.camelsms.routes.settings.HttpSettings;
import io.github.camelsms.routes.settings.SmtpSettings;
import io.github.camelsms.routes.tls.PemFile;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether mails to phones can be taken where they should be, and whether clients can trust the certificate. */
final class SmtpCheck {

    private static final String NAME = "smtp";
    private static final Duration SOON = Duration.ofDays(14);

    private SmtpCheck() {}

    static List<Finding> look(SmtpSettings smtp, boolean gatewayRuns, Instant now) {
        List<Finding> findings = new ArrayList<>();
        if (smtp.isOn()) {
            findings.add(port(smtp, gatewayRuns));
            smtp.tls().map(files -> certificate(files, now)).ifPresent(findings::add);
        }
        return findings;
    }

    private static Finding port(SmtpSettings smtp, boolean gatewayRuns) {
        String where = HttpSettings.authority(smtp.host(), smtp.port());
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(smtp.host(), smtp.port()));
            if (!smtp.isLoopback() && smtp.tls().isEmpty()) {
                return Finding.warning(
                        NAME,
                        where
                                + " is free; other machines reach it, and without sms.smtp.tls.certificate they cannot"
                                + " send a password");
            }
            return Finding.ok(NAME, where + " is free");
        } catch (UnknownHostException e) {
            return Finding.failure(NAME, "sms.smtp.host: there is no host " + smtp.host());
        } catch (BindException e) {
            return gatewayRuns
                    ? Finding.ok(NAME, where + " is taken, and a gateway works on the store")
                    : Finding.failure(
                            NAME,
                            where + ": " + e.getMessage()
                                    + ": stop the program that listens there, or set sms.smtp.port; ports below 1024"
                                    + " are for root");
        } catch (IOException | IllegalArgumentException e) {
            return Finding.failure(NAME, where + ": " + e.getMessage());
        }
    }

    private static Finding certificate(SmtpSettings.Identity files, Instant now) {
        try {
            PemFile pem =
                    PemFile.read(files.certificate().toString(), files.key().toString());
            pem.identity();
            Optional<X509Certificate> certificate = pem.certificate();
            Instant end = certificate.map(c -> c.getNotAfter().toInstant()).orElse(now);
            String text = "the certificate " + files.certificate() + " is valid until " + end;
            if (!now.isBefore(end)) {
                return Finding.failure(NAME, text + ": clients refuse it, put a new one there and start again");
            }
            return now.plus(SOON).isAfter(end)
                    ? Finding.warning(NAME, text + ": get a new one and start again")
                    : Finding.ok(NAME, text);
        } catch (IOException e) {
            return Finding.failure(
                    NAME, files.certificate() + " or " + files.key() + " cannot be read; see sms.smtp.tls.certificate");
        } catch (GeneralSecurityException e) {
            return Finding.failure(NAME, "sms.smtp.tls: " + e.getMessage());
        }
    }
}
