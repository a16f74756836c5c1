package io.github.camelsms.routes.mailin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.testing.Identity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that people use: clients of SMTP, a mail server that hands on, a mailbox. */
class PeersTest {

    private static final String[] ACCOUNT = {"sms.accounts.desk.password=pA55-canary"};
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void swaksSendsThroughTls() throws Exception {
        Peer.require("/usr/bin/swaks");
        Peer.requireTlsOfPerl();
        Path identity = identity();
        try (MailGateway gateway = MailGateway.start(
                folder, ACCOUNT[0], "sms.smtp.tls.certificate=" + identity, "sms.smtp.tls.required=true")) {
            String server = "127.0.0.1:" + gateway.port();
            String said = Peer.run(
                    "",
                    "swaks",
                    "--server",
                    server,
                    "--tls",
                    "--from",
                    "jana@example.org",
                    "--to",
                    "sms:+15551234567@sms.example.org",
                    "--auth",
                    "PLAIN",
                    "--auth-user",
                    "desk",
                    "--auth-password",
                    "pA55-canary",
                    "--body",
                    "Hello through TLS");
            assertThat(said).contains("TLSv1.3").contains("Messaging accepted (id=");
            assertThat(gateway.sent(1).get(0).getMessage().getBody()).isEqualTo("Hello through TLS");
            try (SmtpClient plain = gateway.client()) {
                assertThat(plain.send("sms:+15551234567@sms.example.org", "", "x"))
                        .isEqualTo("530 5.7.0 Say STARTTLS first");
            }
        }
    }

    @Test
    void msmtpSendsAsSendmailDoes() throws Exception {
        Peer.require("/usr/bin/msmtp");
        Path identity = identity();
        try (MailGateway gateway = MailGateway.start(folder, ACCOUNT[0], "sms.smtp.tls.certificate=" + identity)) {
            Path config = folder.resolve("msmtprc");
            Files.writeString(config, """
                account default
                host localhost
                port %d
                from jana@example.org
                auth plain
                user desk
                password pA55-canary
                tls on
                tls_starttls on
                tls_trust_file %s
                """.formatted(gateway.port(), identity));
            Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
            Peer.run(
                    "To: +15551234567@sms.example.org\nSubject: disk\n\nDisk 93 % full\n",
                    "msmtp", "-C", config.toString(), "-t");
            Exchange sent = gateway.sent(1).get(0);
            assertThat(sent.getMessage().getBody()).isEqualTo("Disk 93 % full");
            assertThat(sent.getMessage().getHeader(SmsConstants.ACCOUNT)).isEqualTo("desk");
        }
    }

    /** Postfix takes mails from people and hands those for the domain of the gateway on. */
    @Test
    void postfixHandsOn() throws Exception {
        Peer.require("/usr/sbin/postfix");
        Peer.require("/usr/bin/swaks");
        Peer.requireRoot();
        try (MailGateway gateway = MailGateway.start(folder);
                Peer postfix = postfix(gateway.port())) {
            Peer.run(
                    "",
                    "swaks",
                    "--server",
                    "127.0.0.1:" + postfixPort,
                    "--from",
                    "jana@example.org",
                    "--to",
                    "\"sms:+15551234561?maxmsgs=2\"@sms.example.org,<+15551234562@sms.example.org>,"
                            + "sms:+15551234563@sms.example.org",
                    "--body",
                    "Hello by Postfix");
            assertThat(gateway.sent(3))
                    .extracting(exchange -> exchange.getMessage().getHeader(SmsConstants.TO) + " "
                            + exchange.getMessage().getHeader(SmsConstants.REPLY_TO) + " "
                            + exchange.getMessage().getBody(String.class))
                    .containsExactlyInAnyOrder(
                            "+15551234561 jana@example.org Hello by Postfix",
                            "+15551234562 jana@example.org Hello by Postfix",
                            "+15551234563 jana@example.org Hello by Postfix");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(postfix.log().split("status=sent \\(250 2\\.6\\.0", -1))
                            .hasSize(4));
        }
    }

    private int postfixPort;

    private Peer postfix(int gateway) throws Exception {
        postfixPort = MailGateway.freePort();
        Path home = Peer.folder("postfix");
        Files.createDirectories(home.resolve("queue"));
        Path data = Files.createDirectories(home.resolve("data"));
        Peer.run("", "chown", "postfix", data.toString());
        Files.writeString(home.resolve("main.cf"), """
            compatibility_level = 3.6
            queue_directory = %1$s/queue
            data_directory = %1$s/data
            command_directory = /usr/sbin
            daemon_directory = /usr/lib/postfix/sbin
            mail_owner = postfix
            setgid_group = postdrop
            inet_interfaces = loopback-only
            inet_protocols = ipv4
            myhostname = client.example.org
            mydestination =
            mynetworks = 127.0.0.0/8
            relayhost = [127.0.0.1]:%2$d
            smtpd_relay_restrictions = permit_mynetworks, reject
            smtp_tls_security_level = none
            maillog_file = /dev/stdout
            alias_maps =
            """.formatted(home, gateway));
        Files.writeString(home.resolve("master.cf"), """
            127.0.0.1:%d inet n - n - - smtpd
            cleanup unix n - n - 0 cleanup
            qmgr unix n - n 300 1 qmgr
            rewrite unix - - n - - trivial-rewrite
            bounce unix - - n - 0 bounce
            defer unix - - n - 0 bounce
            trace unix - - n - 0 bounce
            flush unix n - n 1000? 0 flush
            proxymap unix - - n - - proxymap
            smtp unix - - n - - smtp
            error unix - - n - - error
            retry unix - - n - - error
            scache unix - - n - 1 scache
            postlog unix-dgram n - n - 1 postlogd
            """.formatted(postfixPort));
        return Peer.start(
                home,
                postfixPort,
                List.of("postfix", "-c", home.toString(), "start-fg"),
                List.of("postfix", "-c", home.toString(), "stop"));
    }

    @Test
    void dovecotIsTheMailbox() throws Exception {
        Peer.require("/usr/sbin/dovecot");
        Peer.requireRoot();
        int imap = MailGateway.freePort();
        int pop3 = MailGateway.freePort();
        try (Peer dovecot = dovecot(imap, pop3)) {
            put("1", "Hello by Dovecot");
            put("2", "", "To: nobody@example.org");
            try (MailGateway gateway = MailGateway.start(folder, mailbox("imap", imap, "false"))) {
                assertThat(gateway.sent(1).get(0).getMessage().getBody()).isEqualTo("Hello by Dovecot");
                await().atMost(PATIENCE).until(() -> names("cur").stream().anyMatch(name -> name.endsWith(":2,S")));
                await().atMost(PATIENCE).until(() -> names("cur").stream().anyMatch(name -> name.endsWith(":2,FS")));
                put("3", "and another");
                assertThat(gateway.sent(2).get(1).getMessage().getBody()).isEqualTo("and another");
            }
            put("4", "Hello by POP3");
            try (MailGateway gateway = MailGateway.start(folder, mailbox("pop3", pop3, "true"))) {
                assertThat(gateway.sent(1).get(0).getMessage().getBody()).isEqualTo("Hello by POP3");
                // what went out before is known by its Message-ID; only what nobody can send stays
                await().atMost(PATIENCE)
                        .until(() -> names("cur").size() + names("new").size() == 1);
                assertThat(gateway.sentSoFar()).isEqualTo(1);
            }
            assertThat(dovecot.log()).doesNotContain("pA55-canary");
        }
    }

    private Path maildir;

    private String[] mailbox(String protocol, int port, String delete) {
        return new String[] {
            "sms.mailboxes.desk.url=" + protocol + "://127.0.0.1:" + port,
            "sms.mailboxes.desk.username=gate",
            "sms.mailboxes.desk.password=pA55-canary",
            "sms.mailboxes.desk.delay=300ms",
            "sms.mailboxes.desk.delete=" + delete,
            "sms.mailboxes.desk.senders=@example.org"
        };
    }

    private List<String> names(String part) throws Exception {
        try (var files = Files.list(maildir.resolve(part))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void put(String id, String text, String... to) throws Exception {
        String recipient = to.length > 0 ? to[0] : "To: <sms:+15551234567@sms.example.org>";
        Path mail = maildir.resolve("tmp").resolve(id);
        Files.writeString(
                mail,
                "From: Jana <jana@example.org>\n" + recipient + "\nMessage-ID: <" + id + "@example.org>\n\n" + text
                        + "\n");
        Peer.run("", "chown", "mail:mail", mail.toString());
        Files.move(mail, maildir.resolve("new").resolve(id));
    }

    private Peer dovecot(int imap, int pop3) throws Exception {
        Path home = Peer.folder("dovecot");
        maildir = home.resolve("mail/Maildir");
        for (String part : List.of("tmp", "new", "cur")) {
            Files.createDirectories(maildir.resolve(part));
        }
        Peer.run("", "chown", "-R", "mail:mail", home.resolve("mail").toString());
        Files.writeString(home.resolve("dovecot.conf"), """
            base_dir = %1$s/run
            state_dir = %1$s/state
            log_path = /dev/stderr
            protocols = imap pop3
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            mail_location = maildir:%1$s/mail/Maildir
            first_valid_uid = 1
            mail_access_groups =
            passdb {
              driver = static
              args = password=pA55-canary
            }
            userdb {
              driver = static
              args = uid=mail gid=mail home=%1$s/mail
            }
            service imap-login {
              inet_listener imap {
                port = %2$d
              }
              inet_listener imaps {
                port = 0
              }
            }
            service pop3-login {
              inet_listener pop3 {
                port = %3$d
              }
              inet_listener pop3s {
                port = 0
              }
            }
            """.formatted(home, imap, pop3));
        String config = home.resolve("dovecot.conf").toString();
        return Peer.start(home, pop3, List.of("dovecot", "-F", "-c", config), List.of("doveadm", "-c", config, "stop"));
    }

    /** One PEM file with a certificate and its key. */
    private Path identity() throws Exception {
        Identity own = Identity.make(folder, "identity");
        return Files.writeString(folder.resolve("identity.pem"), own.certificatePem() + own.keyPem());
    }
}
