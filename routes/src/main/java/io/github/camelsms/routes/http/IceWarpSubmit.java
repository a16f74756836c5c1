package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Credentials;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.SubmitRequest;
import io.github.camelsms.routes.ingress.TextRules;
import io.github.camelsms.routes.settings.MailAddress;
import io.github.camelsms.sms.address.PhoneNumber;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The parameters of {@code /sms/} in the IceWarp dialect: {@code number, data, sender, reply, id, maxmsgs, binary, udh,
 * pid, dcs, user, pass, authenticated}. Names are read without regard to case; other parameters are ignored, as
 * programs written for IceWarp expect.
 */
final class IceWarpSubmit {

    private static final int MAX_PARTS = 128;
    private static final int MAX_ID = 128;
    private static final int MAX_UDH_OCTETS = 139;

    private IceWarpSubmit() {}

    static SubmitRequest request(Parameters parameters, Optional<String> idempotencyKey) throws RefusedException {
        refuseAuthenticated(parameters);
        PhoneNumber to = TextRules.number(parameters
                .single("number")
                .orElseThrow(() -> Refusal.MISSING_PARAM.because("the parameter number is missing")));
        String data = parameters
                .filled("data")
                .orElseThrow(() -> Refusal.MISSING_PARAM.because("the parameter data is missing or empty"));
        return new SubmitRequest(
                to,
                isBinary(parameters) ? octets(data) : text(data),
                sender(parameters),
                reply(parameters),
                gateway(parameters),
                number(parameters, "maxmsgs", 1, MAX_PARTS),
                udh(parameters),
                number(parameters, "pid", 0, 255),
                number(parameters, "dcs", 0, 255),
                idempotencyKey);
    }

    /** The credentials among the parameters. */
    static Optional<Credentials> credentials(Parameters parameters) throws RefusedException {
        Optional<String> user = parameters.filled("user");
        Optional<String> pass = parameters.single("pass");
        return user.isEmpty() ? Optional.empty() : Optional.of(new Credentials(user.get(), pass.orElse("")));
    }

    /** The manual lets a request say that it is authenticated already. Nobody outside may decide that. */
    private static void refuseAuthenticated(Parameters parameters) throws RefusedException {
        if (parameters
                .filled("authenticated")
                .filter(value -> !value.equals("0"))
                .isPresent()) {
            throw Refusal.PARAM_NOT_ALLOWED.because("the parameter authenticated is not allowed from outside");
        }
    }

    private static boolean isBinary(Parameters parameters) throws RefusedException {
        String binary = parameters.filled("binary").orElse("0");
        if (!binary.equals("0") && !binary.equals("1")) {
            throw Refusal.BAD_PARAM.because("binary is 0 or 1");
        }
        return binary.equals("1");
    }

    private static SubmitRequest.Text text(String data) throws RefusedException {
        TextRules.checkText(data);
        return new SubmitRequest.Text(data);
    }

    private static SubmitRequest.Octets octets(String data) throws RefusedException {
        byte[] octets = base64(data, Refusal.BAD_BINARY, "data is not base64, as binary=1 asks for");
        if (octets.length == 0) {
            throw Refusal.BAD_BINARY.because("data holds no octet");
        }
        return new SubmitRequest.Octets(octets);
    }

    private static byte[] base64(String text, Refusal refusal, String explanation) throws RefusedException {
        try {
            // a + that was not encoded has become a blank on the way
            return Base64.getDecoder().decode(text.replace(' ', '+'));
        } catch (IllegalArgumentException e) {
            throw refusal.because(explanation);
        }
    }

    private static Optional<String> sender(Parameters parameters) throws RefusedException {
        Optional<String> sender = parameters.filled("sender");
        if (sender.isEmpty()) {
            return sender;
        }
        String text = sender.get();
        boolean plusWasBlank = text.matches(" [0-9]{3,15}");
        return Optional.of(TextRules.sender(plusWasBlank ? "+" + text.substring(1) : text));
    }

    private static Optional<MailAddress> reply(Parameters parameters) throws RefusedException {
        Optional<String> reply = parameters.filled("reply");
        if (reply.isPresent() && !MailAddress.isMailAddress(reply.get())) {
            throw Refusal.BAD_REPLY.because("reply is a mail address of the form name@domain");
        }
        return reply.map(MailAddress::new);
    }

    private static Optional<String> gateway(Parameters parameters) throws RefusedException {
        Optional<String> id = parameters.filled("id");
        if (id.isPresent() && (id.get().length() > MAX_ID || id.get().chars().anyMatch(Character::isISOControl))) {
            throw Refusal.NO_SUCH_GATEWAY.because("there is no gateway with this id");
        }
        return id;
    }

    private static OptionalInt number(Parameters parameters, String name, int min, int max) throws RefusedException {
        Optional<String> text = parameters.filled(name);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        int value = text.get().matches("[0-9]{1,3}") ? Integer.parseInt(text.get()) : -1;
        if (value < min || value > max) {
            throw Refusal.BAD_PARAM.because(name + " is a number from " + min + " to " + max);
        }
        return OptionalInt.of(value);
    }

    /** Base64 of the elements, without the length octet of the whole header (3GPP TS 23.040, 9.2.3.24). */
    private static Optional<String> udh(Parameters parameters) throws RefusedException {
        Optional<String> udh = parameters.filled("udh");
        if (udh.isEmpty()) {
            return udh;
        }
        byte[] octets = base64(udh.get(), Refusal.BAD_UDH, "udh is not base64");
        int next = 0;
        while (next + 1 < octets.length) {
            next += 2 + (octets[next + 1] & 0xFF);
        }
        if (next != octets.length || octets.length == 0 || octets.length > MAX_UDH_OCTETS) {
            throw Refusal.BAD_UDH.because("the lengths in udh do not fit: identifier, length and data of each element, "
                    + "without the length of the whole");
        }
        return Optional.of(HexFormat.of().withUpperCase().formatHex(octets));
    }
}
