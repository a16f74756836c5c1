package io.github.camelsms.routes.command;

import io.github.camelsms.sms.fields.FieldNames;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Says on standard error which fields were not read, each name once: objects may carry remarks of their own, but a name
 * that is only misspelt shall not be passed over in silence.
 */
final class UnknownFields {

    private static final int MOST = 100;

    private final FieldNames known;
    private final PrintWriter err;
    private final Set<String> said = new HashSet<>();

    UnknownFields(FieldNames known, PrintWriter err) {
        this.known = known;
        this.err = err;
    }

    /** The same fields. */
    Map<String, Object> warn(Map<String, Object> fields) {
        for (String name : known.unknown(fields)) {
            if (said.size() < MOST && said.add(name)) {
                err.println("warning: there is no field \"" + printable(name) + "\", it is not read");
                err.flush();
            }
        }
        return fields;
    }

    private static String printable(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "?");
        return clean.length() > 40 ? clean.substring(0, 40) + "…" : clean;
    }
}
