package io.github.camelsms.listeners.smtp;

import io.github.camelsms.listeners.smtp.FixedCommand.Then;
import java.net.Socket;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.subethamail.smtp.internal.server.CommandHandler;
import org.subethamail.smtp.server.SMTPServer;

/**
 * An SMTP server. It is started once; call {@link #sweep} every few seconds, so that sessions which do not come on end.
 */
public final class SmtpListener {

    private final SMTPServer server;
    private final SessionGuard guard;

    /**
     * Prepares a server.
     *
     * @param pool runs a session in a thread each, no more than the limit of connections
     */
    public SmtpListener(SmtpSettings settings, MailReceiver receiver, ExecutorService pool, Clock clock) {
        guard = new SessionGuard(settings.limits(), clock);
        Login login = new Login(settings.accounts());
        SMTPServer.Builder builder = SMTPServer.port(settings.port())
                .bindAddress(settings.address())
                .hostName(settings.name())
                .softwareName("")
                .insertReceivedHeaders(false)
                .messageHandlerFactory(context -> new Transaction())
                .executorService(pool)
                .sessionHandler(guard)
                .maxConnections(settings.limits().connections())
                .connectionTimeoutMs(Math.toIntExact(settings.limits().idle().toMillis()))
                .maxRecipients(-1)
                .maxMessageSize(settings.limits().messageSize());
        settings.tls().ifPresent(context -> builder.enableTLS().startTlsSocketFactory(s -> tls(context, s)));
        if (login.isPossible()) {
            builder.authenticationHandlerFactory(Authentication.factory(login));
        }
        server = builder.build();
        CommandHandler commands = server.getCommandHandler();
        commands.addCommand(new GreetingCommand("EHLO", settings));
        commands.addCommand(new GreetingCommand("HELO", settings));
        commands.addCommand(new MailCommand(guard, settings.limits(), settings.encryption()));
        commands.addCommand(new RecipientCommand(settings.relay(), login, settings.aliases(), settings.limits()));
        commands.addCommand(new DataCommand(guard, settings.limits(), receiver, clock));
        // a chunk stands behind BDAT, which nobody reads here
        commands.addCommand(fixed("BDAT", new SmtpReply(502, "5.5.1", "Not implemented"), Then.CLOSE));
        commands.addCommand(fixed("EXPN", new SmtpReply(502, "5.5.1", "Not implemented"), Then.GO_ON));
        commands.addCommand(fixed("VRFY", new SmtpReply(252, "2.5.2", "Send some mail, I will try"), Then.GO_ON));
        commands.addCommand(fixed("HELP", new SmtpReply(214, "2.0.0", "See RFC 5321"), Then.GO_ON));
    }

    private static FixedCommand fixed(String verb, SmtpReply reply, Then then) {
        return new FixedCommand(verb, reply, then);
    }

    private static SSLSocket tls(SSLContext context, Socket socket) throws java.io.IOException {
        SSLSocket secured = (SSLSocket) context.getSocketFactory()
                .createSocket(socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
        secured.setUseClientMode(false);
        secured.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        return secured;
    }

    /** Listens. Throws when the port is taken. */
    public void start() {
        server.start();
    }

    /** Lets nothing new begin; what has begun gets its answer. */
    public void close() {
        guard.close();
    }

    /** Takes mails again. */
    public void reopen() {
        guard.reopen();
    }

    /** Ends all sessions and leaves the port. */
    public void stop() {
        server.stop();
    }

    /** Ends sessions that have not come on for too long. */
    public void sweep() {
        guard.sweep();
    }

    /** The port that is listened at. */
    public int port() {
        return server.getPortAllocated();
    }

    /** Whether it listens. */
    public boolean isRunning() {
        return server.isRunning();
    }

    /** Sessions at the moment. */
    public int openSessions() {
        return guard.openSessions();
    }

    /** Sessions that were refused since the start. */
    public long refusedSessions() {
        return guard.refusedSessions();
    }
}
