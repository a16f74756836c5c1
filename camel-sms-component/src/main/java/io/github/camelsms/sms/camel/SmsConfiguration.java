package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.store.UncertainPolicy;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** Options of {@code sms:} endpoints. */
@UriParams
@Configurer
public class SmsConfiguration implements Cloneable {

    @UriParam(
            description = "Id of the gateway that this route is (outgoing, consumer) or that has received the message"
                    + " (incoming, producer)")
    private String gateway;

    @UriParam(label = "producer", description = "Gateway that is to carry the message, or a preference list: us,eu")
    private String id;

    @UriParam(
            label = "producer",
            description =
                    "Cut the text so that it needs at most so many parts, 1 to 128. Without it nothing is cut, and"
                            + " a text of more than 12 parts is refused")
    private Integer maxmsgs;

    @UriParam(label = "producer", description = "Sender as shown to the phone")
    private String sender;

    @UriParam(label = "producer", description = "Mailbox that replies go to")
    private String reply;

    @UriParam(
            label = "producer",
            defaultValue = "24h",
            javaType = "java.time.Duration",
            description = "How long a reply finds its way to the reply mailbox")
    private long linkExpiry = 86_400_000L;

    @UriParam(
            label = "producer",
            defaultValue = "7200m",
            javaType = "java.time.Duration",
            description = "How long to try before the message has failed")
    private long expiry = 432_000_000L;

    @UriParam(
            label = "consumer",
            defaultValue = "1",
            description = "How many messages are handed out at the same time: 1 for a modem, the window for SMPP")
    private int concurrency = 1;

    @UriParam(
            label = "consumer",
            defaultValue = "10s",
            javaType = "java.time.Duration",
            description = "Time to the second attempt; it doubles with each further one")
    private long retryDelay = 10_000L;

    @UriParam(
            label = "consumer",
            defaultValue = "15m",
            javaType = "java.time.Duration",
            description = "Longest time between two attempts")
    private long maxRetryDelay = 900_000L;

    @UriParam(
            label = "consumer",
            defaultValue = "RETRY",
            description =
                    "What to do with a message of which nobody knows whether the network has it: send it again, or"
                            + " hold it until a person decides")
    private UncertainPolicy onUncertain = UncertainPolicy.RETRY;

    @UriParam(
            label = "consumer",
            description = "Of sms:reports: name of who is told apart from all others, with the states that are wanted."
                    + " Each name is handed each of its reports once, whatever others do with theirs")
    private String subscription;

    @UriParam(
            label = "consumer",
            description = "Of sms:reports, with subscription: DELAYED, ENROUTE (the network has it), DELIVERED,"
                    + " UNDELIVERABLE, EXPIRED, REJECTED, CANCELLED; several with commas")
    private String states;

    public SmsConfiguration copy() {
        try {
            return (SmsConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public String getGateway() {
        return gateway;
    }

    public void setGateway(String gateway) {
        this.gateway = gateway;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public Integer getMaxmsgs() {
        return maxmsgs;
    }

    public void setMaxmsgs(Integer maxmsgs) {
        this.maxmsgs = maxmsgs;
    }

    public String getSender() {
        return sender;
    }

    public void setSender(String sender) {
        this.sender = sender;
    }

    public String getReply() {
        return reply;
    }

    public void setReply(String reply) {
        this.reply = reply;
    }

    public long getLinkExpiry() {
        return linkExpiry;
    }

    public void setLinkExpiry(long linkExpiry) {
        this.linkExpiry = linkExpiry;
    }

    public long getExpiry() {
        return expiry;
    }

    public void setExpiry(long expiry) {
        this.expiry = expiry;
    }

    public int getConcurrency() {
        return concurrency;
    }

    public void setConcurrency(int concurrency) {
        this.concurrency = concurrency;
    }

    public long getRetryDelay() {
        return retryDelay;
    }

    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    public long getMaxRetryDelay() {
        return maxRetryDelay;
    }

    public void setMaxRetryDelay(long maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public String getSubscription() {
        return subscription;
    }

    public void setSubscription(String subscription) {
        this.subscription = subscription;
    }

    public String getStates() {
        return states;
    }

    public void setStates(String states) {
        this.states = states;
    }

    public UncertainPolicy getOnUncertain() {
        return onUncertain;
    }

    public void setOnUncertain(UncertainPolicy onUncertain) {
        this.onUncertain = onUncertain;
    }
}
