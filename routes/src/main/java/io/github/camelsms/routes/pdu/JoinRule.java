package io.github.camelsms.routes.pdu;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelsms.sms.fields.FieldException;
import io.github.camelsms.sms.fields.Framing;
import io.github.camelsms.sms.fields.JoinFields;
import io.github.camelsms.sms.message.Reassembly;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins PDUs. {@code @seconds} in front of one moves the clock; without it no time passes. */
public final class JoinRule implements LineFilter.Rule {

    private static final Pattern AT = Pattern.compile("@(\\d{1,10})(?:\\.(\\d{1,3})\\d*)?\\s+(\\S*)");

    private final Json json;
    private final Framing framing;
    private final Reassembly reassembly;
    private Instant now = Instant.EPOCH;

    public JoinRule(Json json, Framing framing, Duration timeout) {
        this.json = json;
        this.framing = framing;
        this.reassembly = new Reassembly(timeout);
    }

    @Override
    public List<String> apply(String line) throws JsonProcessingException {
        String hex = line.strip();
        if (hex.startsWith("@")) {
            Matcher at = AT.matcher(hex);
            if (!at.matches()) {
                throw new FieldException("line", "is a PDU in hex, or @seconds, a blank, and the PDU");
            }
            String fraction = at.group(2) == null ? "" : at.group(2);
            now = Instant.ofEpochSecond(Long.parseLong(at.group(1)))
                    .plusMillis(Long.parseLong((fraction + "000").substring(0, 3)));
            hex = at.group(3);
        }
        return written(reassembly.offer(JoinFields.deliver(hex, framing), now));
    }

    @Override
    public List<String> end() throws JsonProcessingException {
        return written(reassembly.rest());
    }

    private List<String> written(List<Reassembly.Result> results) throws JsonProcessingException {
        List<String> lines = new ArrayList<>(results.size());
        for (Reassembly.Result result : results) {
            lines.add(json.write(JoinFields.write(result)));
        }
        return lines;
    }
}
