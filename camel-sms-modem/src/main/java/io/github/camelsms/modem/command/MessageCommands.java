package io.github.camelsms.modem.command;

import io.github.camelsms.modem.at.AtCommandLine;
import io.github.camelsms.modem.at.AtRequest;
import io.github.camelsms.modem.at.PduPayload;
import io.github.camelsms.modem.command.Command.Done;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Sending, reading and deleting messages (27.005, 4). */
public final class MessageCommands {

    private static final int ALL = 4;

    /** {@code +CMGS:} without the OK behind it is an acceptance all the same. */
    private static final Duration WITHOUT_FINAL_RESULT = Duration.ofSeconds(3);

    private MessageCommands() {}

    /**
     * {@code AT+CMGS=length}: sends a TPDU (27.005, 4.3).
     *
     * @param tpduLength octets of the TPDU, without the service centre address
     * @return the message reference, TP-MR, 0 to 255
     */
    public static Command<Integer> send(int tpduLength, PduPayload pdu) {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of("AT+CMGS=").number(tpduLength), d.sending())
                        .answeredBy("+CMGS:")
                        .prompting(pdu, d.quick())
                        .settlingAfter(WITHOUT_FINAL_RESULT),
                lines -> lines.stream()
                        .flatMap(line -> Fields.of(line).number(0).stream().boxed())
                        .findFirst());
    }

    /** {@code AT+CMMS=2}: keep the link up between the parts of a message (27.005, 3.5.6). */
    public static Command<Done> keepLink() {
        return Command.plain(d -> AtRequest.of(AtCommandLine.of("AT+CMMS=2"), d.quick()));
    }

    /** {@code AT+CMMS=0}: let the link go. */
    public static Command<Done> releaseLink() {
        return Command.plain(d -> AtRequest.of(AtCommandLine.of("AT+CMMS=0"), d.quick()));
    }

    /** {@code AT+CMGL=4}: everything in the storage that is read from (27.005, 4.1). */
    public static Command<List<StoredPdu>> listAll() {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of("AT+CMGL=").number(ALL), d.reading())
                        .answeredBy("+CMGL:")
                        .with(AtRequest.Body.PDU),
                lines -> Optional.of(lines.stream()
                        .flatMap(line -> StoredPdu.listed(line).stream())
                        .toList()));
    }

    /** {@code AT+CMGR=index}: one message; empty for an empty slot (27.005, 4.2). */
    public static Command<StoredPdu> read(int index) {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of("AT+CMGR=").number(index), d.reading())
                        .answeredBy("+CMGR:")
                        .with(AtRequest.Body.PDU),
                lines -> lines.stream()
                        .flatMap(line -> StoredPdu.read(index, line).stream())
                        .findFirst());
    }

    /** {@code AT+CMGD=index}: deletes one message (27.005, 3.5.4). */
    public static Command<Done> delete(int index) {
        return Command.plain(d -> AtRequest.of(AtCommandLine.of("AT+CMGD=").number(index), d.reading()));
    }

    /** {@code AT+CNMA}: what was handed out is safe with us (27.005, 4.7). */
    public static Command<Done> acknowledge() {
        return Command.plain(d -> AtRequest.of(AtCommandLine.of("AT+CNMA"), d.quick()));
    }
}
