package io.github.camelsms.sms.tpdu;

import java.util.Optional;

/**
 * TP-FCS, why a DELIVER or SUBMIT has been refused (3GPP TS 23.040, 9.2.3.22).
 *
 * @param octet 8 to 255; the standard assigns values from 80 (hex) on, and less than 8 would read as TP-PI
 */
public record FailureCause(int octet) {

    /** Unspecified error cause. */
    public static final FailureCause UNSPECIFIED = new FailureCause(0xFF);

    /** The storage of the SIM is full: the network holds the message back until there is room. */
    public static final FailureCause SIM_STORAGE_FULL = new FailureCause(0xD0);

    /** Memory capacity exceeded. */
    public static final FailureCause MEMORY_CAPACITY_EXCEEDED = new FailureCause(0xD3);

    private static final int LOWEST = 8;

    public FailureCause {
        Range.require("failure cause", octet, LOWEST, 0xFF);
    }

    /** Reads the failure cause of a report, if the next octet is one: the other bits than 0 to 2 are reserved in TP-PI. */
    static Optional<FailureCause> decode(OctetReader in) {
        boolean present = in.remaining() > 0 && in.peek() >= LOWEST;
        return present ? Optional.of(new FailureCause(in.octet("failureCause"))) : Optional.empty();
    }

    /** The words of the standard; empty for reserved values and those of an application or a manufacturer. */
    public Optional<String> meaning() {
        String words =
                switch (octet) {
                    case 0x80 -> "telematic interworking not supported";
                    case 0x81 -> "short message type 0 not supported";
                    case 0x82 -> "cannot replace short message";
                    case 0x8F -> "unspecified TP-PID error";
                    case 0x90 -> "data coding scheme not supported";
                    case 0x91 -> "message class not supported";
                    case 0x9F -> "unspecified TP-DCS error";
                    case 0xA0 -> "command cannot be actioned";
                    case 0xA1 -> "command unsupported";
                    case 0xAF -> "unspecified TP-Command error";
                    case 0xB0 -> "TPDU not supported";
                    case 0xC0 -> "SC busy";
                    case 0xC1 -> "no SC subscription";
                    case 0xC2 -> "SC system failure";
                    case 0xC3 -> "invalid SME address";
                    case 0xC4 -> "destination SME barred";
                    case 0xC5 -> "SM rejected, duplicate SM";
                    case 0xC6 -> "TP-VPF not supported";
                    case 0xC7 -> "TP-VP not supported";
                    case 0xD0 -> "(U)SIM SMS storage full";
                    case 0xD1 -> "no SMS storage capability in (U)SIM";
                    case 0xD2 -> "error in MS";
                    case 0xD3 -> "memory capacity exceeded";
                    case 0xD4 -> "(U)SIM Application Toolkit busy";
                    case 0xD5 -> "(U)SIM data download error";
                    case 0xFF -> "unspecified error cause";
                    default -> "";
                };
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
