package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.tpdu.SmsCommand;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.SmsDeliverReport;
import io.github.camelsms.sms.tpdu.SmsStatusReport;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import io.github.camelsms.sms.tpdu.SmsSubmitReport;
import io.github.camelsms.sms.tpdu.Tpdu;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The types of TPDU (3GPP TS 23.040, 9.2.2), each with its message type indicator and the flags of its first octet. */
enum TpduType {
    DELIVER(0),
    SUBMIT(1),
    STATUS_REPORT(2),
    DELIVER_REPORT(0),
    SUBMIT_REPORT(1),
    COMMAND(2);

    private final int indicator;

    TpduType(int indicator) {
        this.indicator = indicator;
    }

    static TpduType of(Tpdu tpdu) {
        if (tpdu instanceof SmsDeliver) {
            return DELIVER;
        } else if (tpdu instanceof SmsSubmit) {
            return SUBMIT;
        } else if (tpdu instanceof SmsStatusReport) {
            return STATUS_REPORT;
        } else if (tpdu instanceof SmsDeliverReport) {
            return DELIVER_REPORT;
        } else if (tpdu instanceof SmsSubmitReport) {
            return SUBMIT_REPORT;
        } else if (tpdu instanceof SmsCommand) {
            return COMMAND;
        }
        throw new IllegalArgumentException("no such type of TPDU: " + tpdu.getClass());
    }

    static TpduType read(Fields in) {
        String word = in.text("type").orElseThrow(() -> in.fail("type", "is missing; it is one of " + words()));
        return Arrays.stream(values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElseThrow(() -> in.fail("type", "is one of " + words()));
    }

    /** As the standard writes it, without the {@code SMS-} in front. */
    String word() {
        return name().replace('_', '-');
    }

    int indicator() {
        return indicator;
    }

    List<Flag> flags() {
        return switch (this) {
            case DELIVER -> List.of(Flag.MMS, Flag.LP, Flag.SRI, Flag.UDHI, Flag.RP);
            case SUBMIT -> List.of(Flag.RD, Flag.SRR, Flag.UDHI, Flag.RP);
            case STATUS_REPORT -> List.of(Flag.MMS, Flag.LP, Flag.SRQ, Flag.UDHI);
            case DELIVER_REPORT, SUBMIT_REPORT -> List.of(Flag.UDHI);
            case COMMAND -> List.of(Flag.SRR, Flag.UDHI);
        };
    }

    private static String words() {
        return Arrays.stream(values()).map(TpduType::word).collect(Collectors.joining(", "));
    }
}
