package io.github.camelsms.routes.http.emg;

import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered for one recipient. EMG's own list of status codes is not public but for 0; these are the exit codes
 * of its {@code emgsend}.
 *
 * @param status 0, 1 (fault), 3 (login), 5 (argument) or 10 (not allowed)
 * @param id identity of the message, or an empty text
 */
record Result(int status, String id, String text) {

    static Result accepted(String id) {
        return new Result(0, id, "OK");
    }

    static Result of(RefusedException refused) {
        return of(refused.refusal(), refused.getMessage());
    }

    static Result of(Refusal refusal, String explanation) {
        int status =
                switch (refusal.status()) {
                    case 401 -> 3;
                    case 403 -> 10;
                    case 429, 500, 503 -> 1;
                    default -> 5;
                };
        return new Result(status, "", refusal.code() + ": " + explanation);
    }

    /** With the names of EMG; all values are strings there. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("status", Integer.toString(status));
        fields.put("msgid", id);
        fields.put("statustext", text);
        return fields;
    }
}
