package io.github.camelsms.routes.mailin;

import io.github.camelsms.listeners.smtp.mail.MailContent.Origin;
import io.github.camelsms.listeners.smtp.mail.MailKey;
import io.github.camelsms.routes.http.Parameters;
import io.github.camelsms.routes.http.emg.Emg;
import io.github.camelsms.routes.http.icewarp.IceWarp;
import io.github.camelsms.routes.ingress.Option;
import io.github.camelsms.routes.ingress.Payload;
import io.github.camelsms.routes.ingress.RefusedException;
import io.github.camelsms.routes.ingress.SubmitRequest;
import io.github.camelsms.routes.settings.EmgSettings;
import io.github.camelsms.routes.settings.MailAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a letter asks for, as the request that every ingress makes. */
final class LetterReader {

    /** Character codes of EMG that say that a text is hex; any other is that of a text, which a mail has said itself. */
    private static final List<String> HEX_CODES = List.of("BINARY", "8BIT", "2", "4", "UCS2", "UCS-2", "8");

    private static final String NOBODY = "<>";
    private static final int NORMAL_URGENCY = 3;

    private final EmgSettings emg;
    private final PriorityRule priorities;
    private final Clock clock;

    /** Whether the priority of a mail is that of the message. */
    enum PriorityRule {
        NORMAL,
        FROM_MAIL
    }

    LetterReader(EmgSettings emg, PriorityRule priorities, Clock clock) {
        this.emg = emg.withCharset(StandardCharsets.UTF_8);
        this.priorities = priorities;
        this.clock = clock;
    }

    /**
     * @param maxParts so many parts are sent of a text, where the letter says nothing else
     */
    SubmitRequest request(Letter letter, int maxParts) throws RefusedException {
        SubmitRequest request = withParameters(options(letter), letter);
        if (request.payload() instanceof Payload.Text
                && request.option(Option.MAX_PARTS).isEmpty()) {
            request = request.with(Option.MAX_PARTS, maxParts);
        }
        Optional<String> sender = Optional.of(letter.sender()).filter(MailAddress::isMailAddress);
        if (request.option(Option.REPLY).isEmpty()) {
            request = request.with(Option.REPLY, sender);
        }
        boolean toldOf =
                letter.reports() == Letter.Reports.TO_SENDER && letter.mail().origin() == Origin.PERSON;
        return request.with(Option.GATEWAY, letter.gateway())
                .with(Option.PRIORITY, priority(letter))
                .with(Option.REPORT_TO, sender.filter(mailbox -> toldOf).orElse(NOBODY))
                .with(Option.MAIL_ID, letter.mail().messageId().filter(LetterReader::isPlain))
                .with(Option.IDEMPOTENCY_KEY, key(letter));
    }

    /** The message options of EMG; without any, the text alone. */
    private SubmitRequest options(Letter letter) throws RefusedException {
        if (letter.options().isEmpty()) {
            return SubmitRequest.of(letter.to(), Payload.text(letter.text()));
        }
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        letter.options().forEach((name, value) -> {
            boolean ofText = name.equals("CHARCODE") && !HEX_CODES.contains(value.toUpperCase(Locale.ROOT));
            if (!ofText && !name.equals("MESSAGE") && !name.equals("DESTADDR")) {
                pairs.add(Map.entry(name.toLowerCase(Locale.ROOT), value));
            }
        });
        pairs.add(Map.entry("message", letter.text()));
        return Emg.request(Parameters.of(pairs), emg, letter.to(), clock.instant());
    }

    /** What stands in the address wins over what stands in the mail. */
    private static SubmitRequest withParameters(SubmitRequest request, Letter letter) throws RefusedException {
        Map<String, String> parameters = letter.parameters().all();
        if (parameters.isEmpty() && letter.parameters().custom().isEmpty()) {
            return request;
        }
        List<Map.Entry<String, String>> pairs = new ArrayList<>(parameters.entrySet());
        // the text of a mail is its body, whatever the address says
        pairs.removeIf(pair -> List.of("number", "data", "body").contains(pair.getKey()));
        letter.parameters().custom().forEach(value -> pairs.add(Map.entry("value", value)));
        pairs.add(Map.entry("number", letter.numbers()));
        pairs.add(Map.entry("data", letter.text()));
        SubmitRequest asked = IceWarp.request(Parameters.of(pairs));
        SubmitRequest all = new SubmitRequest(
                letter.to(),
                asked.payload() instanceof Payload.Octets ? asked.payload() : request.payload(),
                request.options());
        for (Map.Entry<Option, Object> option : asked.options().entrySet()) {
            all = all.with(option.getKey(), option.getValue());
        }
        return all;
    }

    /** {@code X-Priority} 1 and 2 are high, 4 and 5 bulk. */
    private Optional<Integer> priority(Letter letter) {
        OptionalInt urgency = letter.mail().urgency();
        if (priorities == PriorityRule.NORMAL || urgency.isEmpty()) {
            return Optional.empty();
        }
        int given = urgency.getAsInt();
        return Optional.of(given < NORMAL_URGENCY ? 2 : given == NORMAL_URGENCY ? 1 : 0);
    }

    private static Optional<String> key(Letter letter) {
        return letter.mail().messageId().map(id -> MailKey.of(letter.sender(), letter.numbers(), id, letter.text()));
    }

    /** Fit for a header of another mail. */
    private static boolean isPlain(String messageId) {
        return messageId.matches("<[\\x21-\\x3B\\x3D\\x3F-\\x7E]{1,200}>");
    }
}
