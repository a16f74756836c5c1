package io.github.camelsms.routes.http.emg;

import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.ReportRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code MSGTYPE=5&ORIGID=…&MESSAGESTATE=…}: a delivery report. Who is a gateway of ours may tell what became of what it
 * was given: its account has the name of the gateway.
 */
final class StatusReport {

    private StatusReport() {}

    static boolean isReport(Parameters parameters) throws RefusedException {
        String type = parameters.filled("msgtype").orElse("0").toUpperCase(Locale.ROOT);
        return switch (type) {
            case "0", "1", "NORMAL" -> false;
            case "5", "DLR" -> true;
            default -> throw Refusal.BAD_PARAM.because("MSGTYPE is NORMAL, or 5 for a delivery report");
        };
    }

    static ReportRequest read(Parameters parameters, Optional<String> account) throws RefusedException {
        String gateway = account.orElseThrow(() ->
                Refusal.ROUTE_NOT_ALLOWED.because("a delivery report needs the account of the gateway that reports"));
        String reference = parameters
                .filled("origid")
                .filter(id -> id.length() <= 128 && id.chars().noneMatch(Character::isISOControl))
                .orElseThrow(() -> Refusal.MISSING_PARAM.because("a delivery report needs ORIGID"));
        return new ReportRequest(gateway, reference, Optional.empty(), state(parameters));
    }

    private static String state(Parameters parameters) throws RefusedException {
        String state = parameters.filled("messagestate").orElse("").toUpperCase(Locale.ROOT);
        return switch (state) {
            case "DELIVERED" -> "DELIVERED";
            case "FAILED", "UNDELIVERABLE" -> "UNDELIVERABLE";
            case "EXPIRED" -> "EXPIRED";
            case "REJECTED" -> "REJECTED";
            default -> throw Refusal.BAD_PARAM.because("MESSAGESTATE is DELIVERED, FAILED, EXPIRED or REJECTED");
        };
    }
}
