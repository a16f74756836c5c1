package io.github.camelsms.listeners.smtp.camel;

import io.github.camelsms.listeners.smtp.Aliases;
import io.github.camelsms.listeners.smtp.Network;
import io.github.camelsms.listeners.smtp.RelayGuard;
import io.github.camelsms.listeners.smtp.RelayGuard.Strangers;
import io.github.camelsms.listeners.smtp.SmtpLimits;
import io.github.camelsms.listeners.smtp.SmtpSettings;
import io.github.camelsms.listeners.smtp.SmtpSettings.Encryption;
import io.github.camelsms.sms.account.Accounts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The options of an SMTP listener, as Camel sets them; read once into {@link SmtpSettings}. */
@UriParams
@Configurer
public class SmtpServerConfiguration implements Cloneable {

    @UriParam
    @Metadata(
            description = "Clients that may send to any domain without a password: addresses and ranges such as"
                    + " 127.0.0.1,10.0.0.0/8")
    private String localIps;

    @UriParam
    @Metadata(description = "Domains that others may send to; anything else is answered with Relaying denied")
    private String localDomains;

    @UriParam(label = "security", defaultValue = "true")
    @Metadata(description = "Whether clients outside of localIps must authenticate also for localDomains")
    private boolean requireAuthentication = true;

    @UriParam(label = "security")
    @Metadata(description = "Senders and their passwords, for AUTH and for credentials in addresses")
    private Accounts accounts;

    @UriParam(label = "security")
    @Metadata(description = "Key and certificate for STARTTLS")
    private SSLContextParameters sslContextParameters;

    @UriParam(label = "security", defaultValue = "false")
    @Metadata(description = "Whether a client has to say STARTTLS before it sends a mail")
    private boolean requireTls;

    @UriParam(label = "advanced")
    @Metadata(description = "Mailboxes that stand for phones")
    private Aliases aliases;

    @UriParam
    @Metadata(description = "Name of this host in the greeting; that of the machine if it is not set")
    private String hostName;

    @UriParam(label = "advanced", defaultValue = "1048576")
    @Metadata(description = "Octets that a mail may have")
    private int maxMessageSize = 1024 * 1024;

    @UriParam(label = "advanced", defaultValue = "100")
    @Metadata(description = "Recipients that a mail may have")
    private int maxRecipients = 100;

    @UriParam(label = "advanced", defaultValue = "100")
    @Metadata(description = "Sessions at the same time, 20 of them from one address")
    private int maxConnections = 100;

    @UriParam(label = "advanced", defaultValue = "600")
    @Metadata(description = "Mails in a minute from one address")
    private int messagesPerMinute = 600;

    @UriParam(label = "advanced", defaultValue = "5m", javaType = "java.time.Duration")
    @Metadata(description = "How long a mail may take to come, and a session may do without one")
    private long transactionTimeout = 5 * 60_000L;

    SmtpServerConfiguration copy() {
        try {
            return (SmtpServerConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** The options, checked. Throws when nobody could send, or an option makes no sense. */
    SmtpSettings toSettings(String host, int port, Optional<SSLContext> tls) {
        RelayGuard relay = new RelayGuard(
                words(localIps).stream().map(Network::parse).toList(),
                Set.copyOf(words(localDomains)),
                requireAuthentication ? Strangers.REFUSED : Strangers.MAY_SEND_TO_LOCAL_DOMAINS);
        boolean strangersMay = !requireAuthentication && !relay.localDomains().isEmpty();
        if (accounts == null && relay.localIps().isEmpty() && !strangersMay) {
            throw new IllegalArgumentException("Nobody could send to smtp-server:" + host
                    + "; set accounts, localIps, or localDomains with requireAuthentication=false");
        }
        SmtpLimits limits = new SmtpLimits(
                maxMessageSize,
                maxRecipients,
                maxConnections,
                Math.min(maxConnections, 20),
                messagesPerMinute,
                Duration.ofMinutes(1),
                Duration.ofMillis(transactionTimeout),
                Duration.ofMinutes(4));
        return new SmtpSettings(
                address(host),
                port,
                name(),
                relay,
                Optional.ofNullable(accounts),
                aliases == null ? Aliases.NONE : aliases,
                tls,
                requireTls ? Encryption.REQUIRED : Encryption.OFFERED,
                limits);
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("smtp-server: there is no host " + host, e);
        }
    }

    private String name() {
        if (hostName != null) {
            return hostName;
        }
        try {
            String name = InetAddress.getLocalHost().getHostName();
            return name.matches("[A-Za-z0-9.-]{1,255}") ? name : "localhost";
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static List<String> words(String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toList());
    }

    public String getLocalIps() {
        return localIps;
    }

    public void setLocalIps(String localIps) {
        this.localIps = localIps;
    }

    public String getLocalDomains() {
        return localDomains;
    }

    public void setLocalDomains(String localDomains) {
        this.localDomains = localDomains;
    }

    public boolean isRequireAuthentication() {
        return requireAuthentication;
    }

    public void setRequireAuthentication(boolean requireAuthentication) {
        this.requireAuthentication = requireAuthentication;
    }

    public Accounts getAccounts() {
        return accounts;
    }

    public void setAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public boolean isRequireTls() {
        return requireTls;
    }

    public void setRequireTls(boolean requireTls) {
        this.requireTls = requireTls;
    }

    public Aliases getAliases() {
        return aliases;
    }

    public void setAliases(Aliases aliases) {
        this.aliases = aliases;
    }

    public String getHostName() {
        return hostName;
    }

    public void setHostName(String hostName) {
        this.hostName = hostName;
    }

    public int getMaxMessageSize() {
        return maxMessageSize;
    }

    public void setMaxMessageSize(int maxMessageSize) {
        this.maxMessageSize = maxMessageSize;
    }

    public int getMaxRecipients() {
        return maxRecipients;
    }

    public void setMaxRecipients(int maxRecipients) {
        this.maxRecipients = maxRecipients;
    }

    public int getMaxConnections() {
        return maxConnections;
    }

    public void setMaxConnections(int maxConnections) {
        this.maxConnections = maxConnections;
    }

    public int getMessagesPerMinute() {
        return messagesPerMinute;
    }

    public void setMessagesPerMinute(int messagesPerMinute) {
        this.messagesPerMinute = messagesPerMinute;
    }

    public long getTransactionTimeout() {
        return transactionTimeout;
    }

    public void setTransactionTimeout(long transactionTimeout) {
        this.transactionTimeout = transactionTimeout;
    }
}
