package io.github.camelsms.routes.http.api;

import io.github.camelsms.routes.http.Answer;
import io.github.camelsms.routes.http.Base64Parameter;
import io.github.camelsms.routes.ingress.Payload;
import io.github.camelsms.routes.ingress.Refusal;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.sms.fields.FieldException;
import io.github.camelsms.sms.fields.PreviewFields;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a message would cost: how it is split, without sending it. */
final class Preview {

    static final Set<String> NAMES = Set.of("text", "data", "encoding", "maxParts");

    private Preview() {}

    static Answer of(JsonBody json) throws RefusedException {
        Map<String, Object> fields = new HashMap<>();
        Payload payload = MessageRequest.payload(json);
        if (payload instanceof Payload.Text text) {
            fields.put("text", text.text());
        } else {
            byte[] octets =
                    Base64Parameter.decode(json.text("data").orElseThrow(), Refusal.BAD_BINARY, "data is not base64");
            fields.put("data", HexFormat.of().formatHex(octets));
        }
        MessageRequest.encoding(json).ifPresent(name -> fields.put("alphabet", name));
        Optional<Integer> maxParts = json.number("maxParts", 1, 128);
        maxParts.ifPresent(parts -> fields.put("maxParts", parts));
        try {
            return ApiJson.answer(200, PreviewFields.preview(fields));
        } catch (FieldException e) {
            throw Refusal.BAD_TEXT.because("the message cannot be sent so: " + e.problem());
        }
    }
}
