package io.github.camelsms.routes.http.clickatell;

import io.github.camelsms.routes.http.CharsetText;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.Option;
import io.github.camelsms.routes.ingress.Payload;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.Schedule;
import io.github.camelsms.routes.ingress.SubmitRequest;
import io.github.camelsms.routes.ingress.TextRules;
import io.github.camelsms.routes.ingress.UserDataHeaders;
import io.github.camelsms.sms.address.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The parameters of {@code /http/sendmsg}; those that only concern Clickatell's own billing and routing are ignored. */
final class SendParameters {

    private static final int MOST_MINUTES = 366 * 24 * 60;

    private final Parameters parameters;

    SendParameters(Parameters parameters) {
        this.parameters = parameters;
    }

    SubmitRequest request(List<PhoneNumber> to, Instant now) throws RefusedException {
        Optional<String> udh = udh();
        OptionalInt queue = parameters.number("queue", 1, 3);
        SubmitRequest request = SubmitRequest.of(to, payload(udh.isPresent()))
                .with(Option.SENDER, sender())
                .with(Option.UDH, udh)
                .with(Option.MESSAGE_CLASS, messageClass())
                .with(
                        Option.REPORT_REQUESTED,
                        parameters.number("deliv_ack", 0, 1).orElse(0) == 1
                                ? Optional.of(Boolean.TRUE)
                                : Optional.empty())
                .with(
                        Option.PRIORITY,
                        // the first queue is the fastest
                        queue.isPresent() ? Optional.of(4 - queue.getAsInt()) : Optional.empty());
        return Schedule.apply(request, minutes("deliv_time", now), minutes("validity", now), now);
    }

    /** {@code text}, hex of UTF-16 with {@code unicode=1}; or {@code data}, hex of octets, or text if it is no hex. */
    private Payload payload(boolean withHeader) throws RefusedException {
        Optional<String> text = parameters.filled("text");
        Optional<String> data = parameters.filled("data");
        if (text.isPresent() == data.isPresent()) {
            throw Refusal.MISSING_PARAM.because("either text or data");
        }
        if (parameters.number("unicode", 0, 1).orElse(0) == 1) {
            byte[] utf16 = hex(text.or(() -> data).orElseThrow(), Refusal.BAD_TEXT);
            return Payload.text(CharsetText.decode(utf16, StandardCharsets.UTF_16BE));
        }
        if (data.isPresent() && (withHeader || isHex(data.get()))) {
            return Payload.octets(hex(data.get(), Refusal.BAD_BINARY));
        }
        return Payload.text(text.or(() -> data).orElseThrow());
    }

    private static boolean isHex(String text) {
        return text.length() % 2 == 0 && text.matches("[0-9A-Fa-f]+");
    }

    private static byte[] hex(String text, Refusal refusal) throws RefusedException {
        if (!isHex(text)) {
            throw refusal.because("the text or the data is not hex");
        }
        return HexFormat.of().parseHex(text);
    }

    private Optional<String> udh() throws RefusedException {
        Optional<String> udh = parameters.filled("udh");
        return udh.isEmpty() ? udh : Optional.of(UserDataHeaders.either(hex(udh.get(), Refusal.BAD_UDH)));
    }

    private Optional<String> sender() throws RefusedException {
        Optional<String> sender = parameters.filled("from");
        return sender.isEmpty() ? sender : Optional.of(TextRules.sender(sender.get()));
    }

    private Optional<Integer> messageClass() throws RefusedException {
        OptionalInt mclass = parameters.number("mclass", 0, 3);
        boolean flash =
                parameters.filled("msg_type").filter("SMS_FLASH"::equals).isPresent();
        return mclass.isPresent() ? Optional.of(mclass.getAsInt()) : flash ? Optional.of(0) : Optional.empty();
    }

    private Optional<Instant> minutes(String name, Instant now) throws RefusedException {
        OptionalInt minutes = parameters.number(name, 0, MOST_MINUTES);
        return minutes.isPresent() ? Optional.of(now.plusSeconds(60L * minutes.getAsInt())) : Optional.empty();
    }
}
