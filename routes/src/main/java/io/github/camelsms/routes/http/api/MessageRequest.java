package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.http.Base64Parameter;
import io.github.camelsms.routes.ingress.Option;
import io.github.camelsms.routes.ingress.Payload;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.Schedule;
import io.github.camelsms.routes.ingress.SubmitRequest;
import io.github.camelsms.routes.ingress.TextRules;
import io.github.camelsms.routes.ingress.UserDataHeaders;
import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.sms.address.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The object that {@code POST /api/messages} takes. */
final class MessageRequest {

    static final Set<String> NAMES = Set.of(
            "to",
            "text",
            "data",
            "from",
            "replyTo",
            "gateway",
            "maxParts",
            "encoding",
            "udh",
            "pid",
            "dcs",
            "messageClass",
            "priority",
            "notBefore",
            "expiresAt",
            "report",
            "reportUrl",
            "billing");

    private MessageRequest() {}

    static SubmitRequest read(JsonBody json, Instant now) throws RefusedException {
        List<PhoneNumber> to = new ArrayList<>();
        for (String number : json.texts("to")) {
            to.add(TextRules.number(number));
        }
        if (to.isEmpty()) {
            throw Refusal.MISSING_PARAM.because("to is missing: a number or an array of numbers");
        }
        SubmitRequest request = SubmitRequest.of(to, payload(json))
                .with(Option.SENDER, sender(json))
                .with(Option.REPLY, reply(json))
                .with(Option.GATEWAY, gateway(json))
                .with(Option.MAX_PARTS, json.number("maxParts", 1, 128))
                .with(Option.ENCODING, encoding(json))
                .with(Option.UDH, udh(json))
                .with(Option.PID, json.number("pid", 0, 255))
                .with(Option.DCS, json.number("dcs", 0, 255))
                .with(Option.MESSAGE_CLASS, json.number("messageClass", 0, 3))
                .with(Option.PRIORITY, json.number("priority", 0, 3))
                .with(Option.REPORT_REQUESTED, json.flag("report"))
                .with(Option.REPORT_URL, url(json))
                .with(Option.BILLING, billing(json));
        return Schedule.apply(request, json.time("notBefore"), json.time("expiresAt"), now);
    }

    static Payload payload(JsonBody json) throws RefusedException {
        Optional<String> text = json.text("text");
        Optional<String> data = json.text("data");
        if (text.isPresent() == data.isPresent()) {
            throw Refusal.MISSING_PARAM.because("a message has either text, or data in base64");
        }
        if (text.isPresent()) {
            return Payload.text(text.get());
        }
        return Payload.octets(Base64Parameter.decode(data.get(), Refusal.BAD_BINARY, "data is not base64"));
    }

    private static Optional<String> sender(JsonBody json) throws RefusedException {
        Optional<String> sender = json.text("from");
        return sender.isEmpty() ? sender : Optional.of(TextRules.sender(sender.get()));
    }

    private static Optional<String> reply(JsonBody json) throws RefusedException {
        Optional<String> reply = json.text("replyTo");
        if (reply.isPresent() && !MailAddress.isMailAddress(reply.get())) {
            throw Refusal.BAD_REPLY.because("replyTo is a mail address of the form name@domain");
        }
        return reply;
    }

    private static Optional<String> gateway(JsonBody json) throws RefusedException {
        List<String> ids = json.texts("gateway");
        String list = String.join(",", ids);
        if (list.length() > 512 || list.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.NO_SUCH_GATEWAY.because("there is no gateway with this id");
        }
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    static Optional<String> encoding(JsonBody json) throws RefusedException {
        Optional<String> encoding = json.text("encoding");
        if (encoding.isPresent() && !Set.of("GSM7", "UCS2").contains(encoding.get())) {
            throw Refusal.BAD_PARAM.because("encoding is GSM7 or UCS2; leave it out and it is chosen");
        }
        return encoding;
    }

    private static Optional<String> udh(JsonBody json) throws RefusedException {
        Optional<String> udh = json.text("udh");
        if (udh.isEmpty()) {
            return udh;
        }
        try {
            return Optional.of(UserDataHeaders.elements(HexFormat.of().parseHex(udh.get())));
        } catch (IllegalArgumentException e) {
            throw Refusal.BAD_UDH.because("udh is hex: identifier, length and data of each element");
        }
    }

    private static Optional<String> url(JsonBody json) throws RefusedException {
        Optional<String> url = json.text("reportUrl");
        return url.isEmpty() ? url : Optional.of(TextRules.url(url.get()));
    }

    private static Optional<String> billing(JsonBody json) throws RefusedException {
        Optional<String> billing = json.text("billing");
        return billing.isEmpty() ? billing : Optional.of(TextRules.billing(billing.get()));
    }
}
