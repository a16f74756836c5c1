package io.github.camelsms.routes.pdu;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.camelsms.sms.fields.Framing;
import io.github.camelsms.sms.fields.PduFields;
import io.github.camelsms.sms.fields.PreviewFields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Any input gives as many answers as it has lines; seeds as in the fuzz test of the codec. */
class LinesFuzzTest {

    private static final Json JSON = new Json();

    @FuzzTest
    void decode(byte[] input) throws IOException {
        answersEveryLine(
                input, line -> List.of(JSON.write(PduFields.decodeMobileTerminated(line, Framing.SERVICE_CENTRE))));
    }

    @FuzzTest
    void encode(byte[] input) throws IOException {
        answersEveryLine(
                input, line -> List.of(PduFields.encode(JSON.read(line), Framing.SERVICE_CENTRE, Clock.systemUTC())));
    }

    @FuzzTest
    void preview(byte[] input) throws IOException {
        answersEveryLine(input, line -> List.of(JSON.write(PreviewFields.preview(JSON.read(line)))));
    }

    @FuzzTest
    void join(byte[] input) throws IOException {
        run(input, new JoinRule(JSON, Framing.SERVICE_CENTRE, Duration.ofDays(1)));
    }

    private static void answersEveryLine(byte[] input, LineFilter.Rule rule) throws IOException {
        long ends = 0;
        for (byte octet : input) {
            ends += octet == '\n' ? 1 : 0;
        }
        long lines = input.length == 0 || input[input.length - 1] == '\n' ? ends : ends + 1;
        if (run(input, rule).chars().filter(c -> c == '\n').count() != lines) {
            throw new AssertionError("not an answer for each line");
        }
    }

    private static String run(byte[] input, LineFilter.Rule rule) throws IOException {
        StringWriter out = new StringWriter();
        new LineFilter(new PrintWriter(out), JSON).run(new ByteArrayInputStream(input), rule);
        return out.toString();
    }
}
