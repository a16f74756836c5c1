package io.github.camelsms.routes.http.kannel;

import io.github.camelsms.routes.http.CharsetText;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.Credentials;
import io.github.camelsms.routes.ingress.Option;
import io.github.camelsms.routes.ingress.Payload;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.Schedule;
import io.github.camelsms.routes.ingress.SubmitRequest;
import io.github.camelsms.routes.ingress.TextRules;
import io.github.camelsms.routes.ingress.UserDataHeaders;
import io.github.camelsms.sms.address.PhoneNumber;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The parameters of {@code sendsms} (Kannel user guide, "Sending SMS"). Those that are not listed there are ignored. */
final class KannelParameters {

    /** Parameters that may be any octets. */
    static final Set<String> OCTETS = Set.of("text", "udh");

    private static final int MOST_MINUTES = 366 * 24 * 60;

    private final Parameters parameters;
    private final boolean hasHeader;
    private final int coding;

    KannelParameters(Parameters parameters) throws RefusedException {
        this.parameters = parameters;
        this.hasHeader = parameters.octets("udh").filter(udh -> udh.length > 0).isPresent();
        this.coding = number("Coding", 2, "coding").orElse(hasHeader ? 1 : 0);
    }

    Optional<Credentials> credentials() throws RefusedException {
        Optional<String> user = parameters.filled(parameters.nameOf("username", "user"));
        Optional<String> password = parameters.single(parameters.nameOf("password", "pass"));
        return user.map(name -> new Credentials(name, password.orElse("")));
    }

    SubmitRequest request(List<PhoneNumber> to, Instant now) throws RefusedException {
        number("RPI", 1, "rpi");
        number("Compress", 0, "compress");
        OptionalInt mask = number("DLR-Mask", 63, "dlr-mask", "dlrmask");
        SubmitRequest request = SubmitRequest.of(to, payload())
                .with(Option.SENDER, sender())
                .with(Option.GATEWAY, parameters.filled("smsc"))
                .with(Option.ENCODING, coding == 2 ? Optional.of("UCS2") : Optional.empty())
                .with(Option.UDH, udh())
                .with(Option.PID, boxed(number("PID", 255, "pid")))
                .with(Option.PRIORITY, boxed(number("Priority", 3, "priority")))
                .with(Option.REPORT_MASK, boxed(mask))
                .with(Option.REPORT_REQUESTED, (mask.orElse(0) & 3) == 0 ? Optional.empty() : Optional.of(Boolean.TRUE))
                .with(Option.REPORT_URL, url())
                .with(Option.BILLING, billing());
        request = display(request);
        Optional<Instant> begin = minutes("Deferred", now, "deferred");
        try {
            return Schedule.apply(request, begin, minutes("Validity", now, "validity"), now);
        } catch (RefusedException e) {
            throw misformed("Validity");
        }
    }

    /** Where the phone shows it, by message class, message waiting indication or the alternative coding scheme. */
    private SubmitRequest display(SubmitRequest request) throws RefusedException {
        OptionalInt mclass = number("MClass", 3, "mclass");
        OptionalInt mwi = number("MWI", 7, "mwi");
        boolean alternative = number("Alt-DCS", 1, "alt-dcs", "altdcs").orElse(0) == 1;
        if (mwi.isPresent()) {
            if (coding == 1) {
                throw misformed("MWI");
            }
            // 3GPP TS 23.038, 4: store the message, and say whether something waits, and what
            int on = mwi.getAsInt() < 4 ? 0x08 : 0;
            return request.with(Option.DCS, (coding == 2 ? 0xE0 : 0xD0) | on | (mwi.getAsInt() & 3));
        }
        if (mclass.isPresent() && alternative && coding != 2) {
            return request.with(Option.DCS, 0xF0 | (coding == 1 ? 0x04 : 0) | mclass.getAsInt());
        }
        return request.with(Option.MESSAGE_CLASS, boxed(mclass));
    }

    private Payload payload() throws RefusedException {
        byte[] text = parameters
                .octets("text")
                .filter(octets -> octets.length > 0)
                .orElseThrow(() -> Refusal.BAD_TEXT.because("the text is empty"));
        return coding == 1 ? Payload.octets(text) : Payload.text(CharsetText.decode(text, charset()));
    }

    private Charset charset() throws RefusedException {
        Optional<String> name = parameters.filled("charset");
        if (name.isEmpty()) {
            return coding == 2 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(name.get());
        } catch (IllegalArgumentException e) {
            throw Refusal.BAD_ENCODING.because("this character set is not known");
        }
    }

    private Optional<String> sender() throws RefusedException {
        Optional<String> sender = parameters.filled("from");
        return sender.isEmpty() ? sender : Optional.of(TextRules.sender(sender.get()));
    }

    /** Kannel's own has its length octet in front. */
    private Optional<String> udh() throws RefusedException {
        return hasHeader
                ? Optional.of(UserDataHeaders.either(parameters.octets("udh").orElseThrow()))
                : Optional.empty();
    }

    private Optional<String> url() throws RefusedException {
        Optional<String> url = parameters.filled(parameters.nameOf("dlr-url", "dlrurl"));
        try {
            return url.isEmpty() ? url : Optional.of(TextRules.url(url.get()));
        } catch (RefusedException e) {
            throw misformed("DLR-URL");
        }
    }

    private Optional<String> billing() throws RefusedException {
        Optional<String> text = parameters.filled("binfo");
        if (text.isEmpty()) {
            text = parameters.filled("account");
        }
        try {
            return text.isEmpty() ? text : Optional.of(TextRules.billing(text.get()));
        } catch (RefusedException e) {
            throw Refusal.BAD_PARAM.because("Account field misformed or too long, rejected");
        }
    }

    private Optional<Instant> minutes(String field, Instant now, String name) throws RefusedException {
        OptionalInt minutes = number(field, MOST_MINUTES, name);
        return minutes.isPresent() ? Optional.of(now.plusSeconds(60L * minutes.getAsInt())) : Optional.empty();
    }

    private OptionalInt number(String field, int max, String... names) throws RefusedException {
        try {
            return parameters.number(parameters.nameOf(names), 0, max);
        } catch (RefusedException e) {
            throw misformed(field);
        }
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    private static RefusedException misformed(String field) {
        return Refusal.BAD_PARAM.because(field + " field misformed, rejected");
    }
}
