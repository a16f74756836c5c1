package io.github.camelsms.routes.http.emg;

import io.github.camelsms.routes.http.CharsetText;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.ingress.Option;
import io.github.camelsms.routes.ingress.Payload;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.Schedule;
import io.github.camelsms.routes.ingress.SubmitRequest;
import io.github.camelsms.routes.ingress.TextRules;
import io.github.camelsms.routes.settings.EmgSettings;
import io.github.camelsms.sms.address.PhoneNumber;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The message options of EMG as far as a request may hold them. Others are ignored. */
final class MessageOptions {

    /** Character codes whose message is hex: 8-bit data, and UCS-2. */
    private static final Set<String> BINARY = Set.of("BINARY", "8BIT", "2", "4");

    private static final Set<String> UCS2 = Set.of("UCS2", "UCS-2", "8");
    private static final Set<String> DEFAULT_CODES = Set.of("", "0", "GSM", "DEFAULT");

    private final Parameters parameters;
    private final EmgSettings settings;

    MessageOptions(Parameters parameters, EmgSettings settings) {
        this.parameters = parameters;
        this.settings = settings;
    }

    SubmitRequest request(List<PhoneNumber> to, Instant now) throws RefusedException {
        parameters.number("destaddrnpi", 0, 15);
        parameters.number("sourceaddrnpi", 0, 15);
        parameters.number("udhi", 0, 1);
        Optional<String> udh = new EmgHeader(parameters).hex();
        SubmitRequest request = SubmitRequest.of(to, payload(udh.isPresent()))
                .with(Option.SENDER, sender())
                .with(Option.UDH, udh)
                .with(Option.DCS, number("dcs", 255))
                .with(Option.PID, number("pid", 255))
                .with(Option.PRIORITY, number("priority", 3))
                .with(Option.REPORT_REQUESTED, number("dlr", 3).map(value -> value > 0))
                .with(Option.BILLING, billing())
                .with(Option.GATEWAY, routing("route"))
                .with(Option.REPORT_URL, reportUrl());
        Optional<Instant> begin = EmgTime.read(parameters, "deltime", now);
        return Schedule.apply(request, begin, EmgTime.read(parameters, "vp", begin.orElse(now)), now);
    }

    private Payload payload(boolean withHeader) throws RefusedException {
        byte[] message = parameters
                .octets("message")
                .filter(octets -> octets.length > 0)
                .orElseThrow(() -> Refusal.MISSING_PARAM.because("the option MESSAGE is missing or empty"));
        String charcode = parameters.filled("charcode").orElse("").toUpperCase(Locale.ROOT);
        if (BINARY.contains(charcode) || (charcode.isEmpty() && (isOctetScheme() || (withHeader && isHex(message))))) {
            return Payload.octets(hex(message));
        }
        if (UCS2.contains(charcode)) {
            return Payload.text(CharsetText.decode(hex(message), StandardCharsets.UTF_16BE));
        }
        Charset charset = DEFAULT_CODES.contains(charcode)
                ? settings.defaultCharset()
                : EmgSettings.charset(charcode)
                        .orElseThrow(() -> Refusal.BAD_PARAM.because(
                                "CHARCODE is UTF8, 8859-1, ASCII, UCS2, BINARY, or the number of one of them"));
        return Payload.text(CharsetText.decode(message, charset));
    }

    /** Whether the data coding scheme says 8-bit data (3GPP TS 23.038, 4). */
    private boolean isOctetScheme() throws RefusedException {
        OptionalInt dcs = parameters.number("dcs", 0, 255);
        if (dcs.isEmpty()) {
            return false;
        }
        int scheme = dcs.getAsInt();
        boolean general = scheme < 0x80;
        return general ? (scheme & 0x0C) == 0x04 : (scheme & 0xF4) == 0xF4;
    }

    private static boolean isHex(byte[] message) {
        return message.length % 2 == 0 && new String(message, StandardCharsets.ISO_8859_1).matches("[0-9A-Fa-f]+");
    }

    private static byte[] hex(byte[] message) throws RefusedException {
        if (!isHex(message)) {
            throw Refusal.BAD_BINARY.because("a binary MESSAGE is hex");
        }
        return HexFormat.of().parseHex(new String(message, StandardCharsets.ISO_8859_1));
    }

    private Optional<String> sender() throws RefusedException {
        Optional<String> sender = parameters.filled("sourceaddr");
        boolean international = parameters.number("sourceaddrton", 0, 7).orElse(0) == 1;
        if (sender.isEmpty()) {
            return sender;
        }
        boolean bare = international && sender.get().matches("[0-9]{3,15}");
        return Optional.of(TextRules.sender(bare ? "+" + sender.get() : sender.get()));
    }

    private Optional<String> billing() throws RefusedException {
        Optional<String> billing = parameters.filled("billingid");
        return billing.isEmpty() ? billing : Optional.of(TextRules.billing(billing.get()));
    }

    /** Who is told what became of the message, by a name that the operator has given to a URL. */
    private Optional<String> reportUrl() throws RefusedException {
        Optional<String> name = routing("routedlr");
        if (name.isPresent() && !settings.reportUrls().containsKey(name.get())) {
            throw Refusal.BAD_PARAM.because("ROUTEDLR is a name of the settings sms.http.emg.routeDlr.NAME");
        }
        return name.map(known -> settings.reportUrls().get(known).toString());
    }

    /** An option that clients may use where the operator lets them. */
    private Optional<String> routing(String option) throws RefusedException {
        Optional<String> value = parameters.filled(option);
        if (value.isPresent() && !settings.allowRoute()) {
            throw Refusal.ROUTE_NOT_ALLOWED.because(
                    "the option " + option.toUpperCase(Locale.ROOT) + " is not allowed here");
        }
        return value;
    }

    private Optional<Integer> number(String name, int max) throws RefusedException {
        OptionalInt number = parameters.number(name, 0, max);
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
}
