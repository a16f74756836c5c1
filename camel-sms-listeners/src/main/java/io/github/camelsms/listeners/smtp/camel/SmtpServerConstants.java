package io.github.camelsms.listeners.smtp.camel;

import org.apache.camel.spi.Metadata;

/** Headers and exchange properties of mails that {@code smtp-server:} has received, beside {@code CamelSms…}. */
public final class SmtpServerConstants {

    @Metadata(description = "Envelope sender; empty for reports, MAIL FROM:<>", javaType = "String")
    public static final String SENDER = "CamelSmtpServerSender";

    @Metadata(description = "Domain of the recipient", javaType = "String")
    public static final String DOMAIN = "CamelSmtpServerDomain";

    @Metadata(description = "The mailbox that stands for phones, where the mail was sent to one", javaType = "String")
    public static final String ALIAS = "CamelSmtpServerAlias";

    @Metadata(description = "Subject, decoded, one line", javaType = "String")
    public static final String SUBJECT = "CamelSmtpServerSubject";

    @Metadata(description = "Mailbox that stands in From:; anybody can write anything there", javaType = "String")
    public static final String FROM = "CamelSmtpServerFrom";

    @Metadata(description = "Message-ID of the mail", javaType = "String")
    public static final String MAIL_ID = "CamelSmtpServerMailId";

    @Metadata(description = "What was left out of the mail: names and types, with commas between", javaType = "String")
    public static final String ATTACHMENTS = "CamelSmtpServerAttachments";

    @Metadata(description = "IP address of the client", javaType = "String")
    public static final String CLIENT = "CamelSmtpServerClient";

    /** Exchange property: {@code ACCOUNT}, {@code LOCAL} or {@code NONE}; never a header. */
    public static final String TRUST_PROPERTY = "CamelSmtpServerTrust";

    /**
     * Exchange property: the {@link io.github.camelsms.sms.address.AddressCredentials} of an address, where the endpoint
     * has no accounts to check them with; never a header.
     */
    public static final String CREDENTIALS_PROPERTY = "CamelSmtpServerCredentials";

    /**
     * Exchange property: the {@link io.github.camelsms.sms.address.SmsAddress}, without credentials, and without other
     * parameters where nobody knows who has sent it; never a header.
     */
    public static final String ADDRESS_PROPERTY = "CamelSmtpServerAddress";

    /** Exchange property: the {@link io.github.camelsms.listeners.smtp.mail.MailContent}, all that was read of the mail. */
    public static final String MAIL_PROPERTY = "CamelSmtpServerMail";

    /**
     * Exchange property: a route sets it to the {@link io.github.camelsms.listeners.smtp.SmtpReply} that the client is to
     * get for this recipient, whether the exchange fails or not.
     */
    public static final String REPLY_PROPERTY = "CamelSmtpServerReply";

    /** Exchange property: a {@code Map} of the {@code X-EMG-Option-…} fields of an account's mail, names in upper case. */
    public static final String OPTIONS_PROPERTY = "CamelSmtpServerOptions";

    private SmtpServerConstants() {}
}
