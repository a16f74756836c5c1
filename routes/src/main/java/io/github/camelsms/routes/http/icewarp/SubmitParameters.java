package io.github.camelsms.routes.http.icewarp;

import io.github.camelsms.routes.http.Base64Parameter;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.http.ProviderParameters;
import io.github.camelsms.routes.ingress.Credentials;
import io.github.camelsms.routes.ingress.Option;
import io.github.camelsms.routes.ingress.Payload;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.SubmitRequest;
import io.github.camelsms.routes.ingress.TextRules;
import io.github.camelsms.routes.ingress.UserDataHeaders;
import io.github.camelsms.routes.settings.MailAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parameters of {@code /sms/}: {@code number, data, sender, reply, id, maxmsgs, binary, udh, pid, dcs, value, user,
 * pass, authenticated, msgid}. Other parameters are ignored, as programs written for IceWarp expect.
 */
final class SubmitParameters {

    private static final Pattern SEPARATOR = Pattern.compile("[,;]");
    private static final int MAX_PARTS = 128;
    private static final int MAX_ID = 128;
    private static final Set<String> OURS = Set.of(
            "number",
            "data",
            "sender",
            "reply",
            "id",
            "maxmsgs",
            "binary",
            "udh",
            "pid",
            "dcs",
            "value",
            "user",
            "pass",
            "authenticated",
            "msgid",
            "parts",
            "condition");

    private SubmitParameters() {}

    static SubmitRequest request(Parameters parameters) throws RefusedException {
        refuseAuthenticated(parameters);
        String number = parameters
                .single("number")
                .orElseThrow(() -> Refusal.MISSING_PARAM.because("the parameter number is missing"));
        String data = parameters
                .filled("data")
                .orElseThrow(() -> Refusal.MISSING_PARAM.because("the parameter data is missing or empty"));
        return SubmitRequest.of(
                        TextRules.numbers(number, SEPARATOR), isBinary(parameters) ? octets(data) : Payload.text(data))
                .with(Option.SENDER, sender(parameters))
                .with(Option.REPLY, reply(parameters))
                .with(Option.GATEWAY, gateway(parameters))
                .with(Option.MAX_PARTS, number(parameters, "maxmsgs", 1, MAX_PARTS))
                .with(Option.UDH, udh(parameters))
                .with(Option.PID, number(parameters, "pid", 0, 255))
                .with(Option.DCS, number(parameters, "dcs", 0, 255))
                .with(Option.PROVIDER_PARAMETERS, ProviderParameters.of(parameters, OURS));
    }

    /** The credentials among the parameters. */
    static Optional<Credentials> credentials(Parameters parameters) throws RefusedException {
        Optional<String> user = parameters.filled("user");
        Optional<String> pass = parameters.single("pass");
        return user.isEmpty() ? Optional.empty() : Optional.of(new Credentials(user.get(), pass.orElse("")));
    }

    /** A server that is a gateway of ours sends the identity of its message: sent again, it is the same request. */
    static Optional<String> peerKey(Parameters parameters) {
        List<String> ids = parameters.all("msgid");
        return ids.size() == 1 && ids.get(0).matches("[0-9A-Za-z._:-]{8,64}")
                ? Optional.of("msgid:" + ids.get(0))
                : Optional.empty();
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

    static boolean isBinary(Parameters parameters) throws RefusedException {
        String binary = parameters.filled("binary").orElse("0");
        if (!binary.equals("0") && !binary.equals("1")) {
            throw Refusal.BAD_PARAM.because("binary is 0 or 1");
        }
        return binary.equals("1");
    }

    static Payload octets(String data) throws RefusedException {
        byte[] octets = Base64Parameter.decode(data, Refusal.BAD_BINARY, "data is not base64, as binary=1 asks for");
        if (octets.length == 0) {
            throw Refusal.BAD_BINARY.because("data holds no octet");
        }
        return Payload.octets(octets);
    }

    private static Optional<String> sender(Parameters parameters) throws RefusedException {
        Optional<String> sender = parameters.filled("sender");
        return sender.isEmpty() ? sender : Optional.of(TextRules.sender(sender.get()));
    }

    private static Optional<String> reply(Parameters parameters) throws RefusedException {
        Optional<String> reply = parameters.filled("reply");
        if (reply.isPresent() && !MailAddress.isMailAddress(reply.get())) {
            throw Refusal.BAD_REPLY.because("reply is a mail address of the form name@domain");
        }
        return reply;
    }

    private static Optional<String> gateway(Parameters parameters) throws RefusedException {
        Optional<String> id = parameters.filled("id");
        if (id.isPresent() && (id.get().length() > MAX_ID || id.get().chars().anyMatch(Character::isISOControl))) {
            throw Refusal.NO_SUCH_GATEWAY.because("there is no gateway with this id");
        }
        return id;
    }

    private static Optional<Integer> number(Parameters parameters, String name, int min, int max)
            throws RefusedException {
        OptionalInt number = parameters.number(name, min, max);
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    /** Base64 of the elements, without the length octet of the whole header (3GPP TS 23.040, 9.2.3.24). */
    private static Optional<String> udh(Parameters parameters) throws RefusedException {
        Optional<String> udh = parameters.filled("udh");
        return udh.isEmpty()
                ? udh
                : Optional.of(UserDataHeaders.elements(
                        Base64Parameter.decode(udh.get(), Refusal.BAD_UDH, "udh is not base64")));
    }
}
