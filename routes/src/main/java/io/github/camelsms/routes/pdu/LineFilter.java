package io.github.camelsms.routes.pdu;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelsms.sms.fields.FieldException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/**
 * Writes for each line of input what a {@link Rule} makes of it. A line that cannot be used gives an error object, and it
 * goes on with the next one. What is written can be seen whenever the input pauses.
 */
public final class LineFilter {

    /** What becomes of a line. */
    public interface Rule {

        /**
         * The lines that are written for one line of input.
         *
         * @throws IllegalArgumentException when it cannot be used
         * @throws JsonProcessingException when it is no JSON
         */
        List<String> apply(String line) throws JsonProcessingException;

        /** What is written when the input has ended. */
        default List<String> end() throws JsonProcessingException {
            return List.of();
        }
    }

    private static final int FLUSH_AT = 1 << 16;

    private final PrintWriter out;
    private final Json json;
    private final StringBuilder pending = new StringBuilder();

    public LineFilter(PrintWriter out, Json json) {
        this.out = out;
        this.json = json;
    }

    /** Goes on until the input ends, or nobody reads the output any more. */
    public void run(InputStream in, Rule rule) throws IOException {
        LineReader reader = new LineReader(in);
        boolean read = true;
        Optional<Line> line = reader.next();
        while (line.isPresent() && read) {
            append(result(line.get(), rule));
            if (pending.length() >= FLUSH_AT || !reader.isReady()) {
                read = flush();
            }
            line = reader.next();
        }
        append(rule.end());
        flush();
    }

    private List<String> result(Line line, Rule rule) throws JsonProcessingException {
        if (line.problem().isPresent()) {
            return List.of(json.error(line.number(), "line", line.problem().get()));
        }
        try {
            return rule.apply(line.text());
        } catch (FieldException e) {
            return List.of(json.error(line.number(), e));
        } catch (IllegalArgumentException e) {
            return List.of(json.error(line.number(), "line", String.valueOf(e.getMessage())));
        } catch (JsonProcessingException e) {
            return List.of(json.error(line.number(), "json", Json.problem(e)));
        }
    }

    private void append(List<String> lines) {
        lines.forEach(line -> pending.append(line).append('\n'));
    }

    private boolean flush() {
        out.append(pending);
        pending.setLength(0);
        return !out.checkError();
    }
}
