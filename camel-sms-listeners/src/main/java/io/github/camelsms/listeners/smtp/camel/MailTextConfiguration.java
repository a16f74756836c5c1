package io.github.camelsms.listeners.smtp.camel;

import io.github.camelsms.listeners.smtp.camel.SmtpServerSettings.Priority;
import io.github.camelsms.listeners.smtp.mail.MailText;
import io.github.camelsms.listeners.smtp.mail.MailText.Field;
import io.github.camelsms.listeners.smtp.mail.MailText.Trim;
import java.util.EnumSet;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** What of a mail the exchange gets, as Camel sets it. */
@UriParams
@Configurer
public class MailTextConfiguration implements Cloneable {

    @UriParam(defaultValue = "false")
    @Metadata(description = "Whether the subject is put before the text")
    private boolean useSubject;

    @UriParam(defaultValue = "false")
    @Metadata(description = "Whether the mailbox of the sender is put before the text")
    private boolean useSender;

    @UriParam
    @Metadata(description = "What stands between sender, subject and text")
    private String separator = " ";

    @UriParam
    @Metadata(description = "Two signs around the subject in the text, such as ()")
    private String quotedSubject;

    @UriParam
    @Metadata(
            description = "What is taken off the text: signature, quotes (the mail that is answered), or both with a"
                    + " comma between")
    private String trim;

    @UriParam(defaultValue = "false")
    @Metadata(description = "Whether X-Priority sets the priority of the message")
    private boolean usePriority;

    @UriParam(defaultValue = "NORMAL", enums = "NORMAL,EMAIL")
    @Metadata(
            description =
                    "Whether the body of the exchange is the text of the mail (NORMAL) or all of the mail (EMAIL)")
    private MessageType defaultMessageType = MessageType.NORMAL;

    MailTextConfiguration copy() {
        try {
            return (MailTextConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    MailText toText() {
        EnumSet<Field> fields = EnumSet.noneOf(Field.class);
        if (useSender) {
            fields.add(Field.SENDER);
        }
        if (useSubject) {
            fields.add(Field.SUBJECT);
        }
        return new MailText(
                fields, separator, quotedSubject == null ? "" : quotedSubject, Trim.parse(trim == null ? "" : trim));
    }

    Priority toPriority() {
        return usePriority ? Priority.FROM_MAIL : Priority.NORMAL;
    }

    public boolean isUseSubject() {
        return useSubject;
    }

    public void setUseSubject(boolean useSubject) {
        this.useSubject = useSubject;
    }

    public boolean isUseSender() {
        return useSender;
    }

    public void setUseSender(boolean useSender) {
        this.useSender = useSender;
    }

    public String getSeparator() {
        return separator;
    }

    public void setSeparator(String separator) {
        this.separator = separator;
    }

    public String getQuotedSubject() {
        return quotedSubject;
    }

    public void setQuotedSubject(String quotedSubject) {
        this.quotedSubject = quotedSubject;
    }

    public String getTrim() {
        return trim;
    }

    public void setTrim(String trim) {
        this.trim = trim;
    }

    public boolean isUsePriority() {
        return usePriority;
    }

    public void setUsePriority(boolean usePriority) {
        this.usePriority = usePriority;
    }

    public MessageType getDefaultMessageType() {
        return defaultMessageType;
    }

    public void setDefaultMessageType(MessageType defaultMessageType) {
        this.defaultMessageType = defaultMessageType;
    }
}
