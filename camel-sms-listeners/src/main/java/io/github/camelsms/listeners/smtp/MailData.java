package io.github.camelsms.listeners.smtp;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import org.subethamail.smtp.DropConnectionException;

/**
 * Reads the text of a mail up to CRLF, dot, CRLF and nothing else (RFC 5321, 4.1.1.4), so that two servers never see
 * different ends. A text that holds CR or LF alone is read to its end and refused; so is one that is too long.
 */
final class MailData {

    private static final int MAX_LINE = 2048;
    private static final int MAX_HEADER = 100 * 1024;
    private static final int OVERRUN = 4;

    private final InputStream in;
    private final int maxSize;
    private final Clock clock;
    private final Instant deadline;
    private final ByteArrayOutputStream mail = new ByteArrayOutputStream();
    private final byte[] line = new byte[MAX_LINE];
    private long lineLength;
    private long total;
    private boolean inHeader = true;
    private SmtpReply fault;

    MailData(InputStream in, int maxSize, Clock clock, Instant deadline) {
        this.in = in;
        this.maxSize = maxSize;
        this.clock = clock;
        this.deadline = deadline;
    }

    /**
     * Reads all of it.
     *
     * @return the mail, its dots unstuffed
     * @throws RefusedException when it was read and cannot be taken
     * @throws DropConnectionException when there is no good end to it
     */
    byte[] read() throws IOException, RefusedException, DropConnectionException {
        boolean carriageReturn = false;
        while (true) {
            int octet = next();
            if (carriageReturn && octet == '\n') {
                carriageReturn = false;
                if (lineLength == 1 && line[0] == '.') {
                    break;
                }
                endLine();
                continue;
            }
            if (carriageReturn || octet == '\n') {
                bareLineEnd();
            }
            if (carriageReturn) {
                append('\r');
            }
            carriageReturn = octet == '\r';
            if (!carriageReturn) {
                append(octet);
            }
        }
        if (fault != null) {
            throw new RefusedException(fault.code(), fault.enhanced(), fault.text());
        }
        return mail.toByteArray();
    }

    private int next() throws IOException, DropConnectionException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException("the connection ended within a mail");
        }
        total++;
        if (total > (long) maxSize * OVERRUN + MAX_HEADER) {
            throw new SmtpReply(552, "5.3.4", "Message too big").asLastWord();
        }
        if (total % 512 == 1 && clock.instant().isAfter(deadline)) {
            throw new SmtpReply(421, "4.4.2", "Too slow, closing connection").asLastWord();
        }
        return octet;
    }

    private void append(int octet) {
        if (lineLength < MAX_LINE) {
            line[(int) lineLength] = (byte) octet;
        } else {
            refuse(new SmtpReply(550, "5.5.2", "Line too long"));
        }
        lineLength++;
    }

    private void endLine() {
        if (lineLength == 0) {
            inHeader = false;
        }
        if (total > maxSize) {
            refuse(new SmtpReply(552, "5.3.4", "Message too big"));
        } else if (inHeader && total > MAX_HEADER) {
            refuse(new SmtpReply(552, "5.3.4", "Header too big"));
        }
        if (fault == null) {
            int stuffed = lineLength > 0 && line[0] == '.' ? 1 : 0;
            mail.write(line, stuffed, (int) lineLength - stuffed);
            mail.write('\r');
            mail.write('\n');
        }
        lineLength = 0;
    }

    private void bareLineEnd() {
        refuse(new SmtpReply(550, "5.5.2", "CR and LF stand together only"));
    }

    private void refuse(SmtpReply why) {
        if (fault == null) {
            fault = why;
        }
    }
}
