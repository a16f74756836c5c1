package io.github.camelsms.proofs.simulation;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.Body;
import io.github.camelsms.sms.store.GatewayChoice;
import io.github.camelsms.sms.store.IdempotencyKey;
import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Those who send: what they have asked for, and what they were told. */
final class Senders {

    /** One request; the key is empty for those that are asked once. */
    private record Request(Optional<IdempotencyKey> key, List<Message> messages, int number) {}

    private final World world;
    private final Map<String, Message> accepted = new LinkedHashMap<>();
    private final Map<Request, List<MessageId>> keyed = new HashMap<>();
    private final List<Request> repeatable = new ArrayList<>();
    private final Map<Integer, List<Message>> asked = new HashMap<>();
    private int requests;
    private int messages;

    Senders(World world) {
        this.world = world;
    }

    /** Messages that somebody was told are accepted, by identity. */
    Map<String, Message> accepted() {
        return accepted;
    }

    /** All that was ever asked for, in the groups in which it was. */
    Iterable<List<Message>> asked() {
        return asked.values();
    }

    /** One request, new or repeated. */
    void send() {
        Request request = request();
        world.perhapsDie(5);
        learn(request, Answer.of(submit(request)));
    }

    /** Some at the same time. */
    void sendTogether() {
        List<Request> several = List.of(request(), request(), request());
        List<CompletionStage<List<MessageId>>> stages = new ArrayList<>();
        world.together(() -> several.forEach(request -> stages.add(submit(request))));
        for (int i = 0; i < several.size(); i++) {
            learn(several.get(i), Answer.of(stages.get(i)));
        }
    }

    private Request request() {
        if (!repeatable.isEmpty() && world.chance(20)) {
            return world.any(repeatable);
        }
        List<Message> list = new ArrayList<>();
        for (int i = world.random.nextInt(3); i >= 0; i--) {
            list.add(message());
        }
        Optional<IdempotencyKey> key = world.chance(30)
                ? Optional.of(new IdempotencyKey(Optional.empty(), "key " + requests))
                : Optional.empty();
        Request request = new Request(key, List.copyOf(list), requests++);
        asked.put(request.number(), request.messages());
        if (key.isPresent()) {
            repeatable.add(request);
        }
        return request;
    }

    private Message message() {
        String text = "message " + messages++ + ".";
        Duration life = world.chance(15) ? Duration.ofMinutes(1 + world.random.nextInt(60)) : Duration.ofDays(5);
        Message message = Message.of(
                        new PhoneNumber("+1555123400" + world.random.nextInt(3)),
                        Body.text(text),
                        world.instant().plus(life))
                .withPriority(world.random.nextInt(Message.HIGHEST_PRIORITY + 1))
                .withGateways(GatewayChoice.parse(world.any(List.of("", "us", "eu", "us,eu", "eu,us"))));
        return world.chance(15)
                ? message.withNotBefore(world.instant().plusSeconds(world.random.nextInt(3600)))
                : message;
    }

    private CompletionStage<List<MessageId>> submit(Request request) {
        world.note(
                "request %d asks for %d messages",
                request.number(), request.messages().size());
        return request.key()
                .map(key -> world.store().accept(key, request.messages()))
                .orElseGet(() -> world.store().accept(request.messages()));
    }

    private void learn(Request request, Answer<List<MessageId>> answer) {
        world.note("request %d is answered %s", request.number(), answer.kind());
        Violation.when(answer.kind() == Answer.Kind.REFUSED, "2: request %d was refused", request.number());
        if (!answer.isDone()) {
            return;
        }
        List<MessageId> ids = answer.value().orElseThrow();
        Violation.when(
                ids.size() != request.messages().size(),
                "3: %s for %d messages",
                ids,
                request.messages().size());
        List<MessageId> before = request.key().isPresent() ? keyed.putIfAbsent(request, ids) : null;
        Violation.when(before != null && !before.equals(ids), "15: %s and %s for one key", before, ids);
        for (int i = 0; i < ids.size(); i++) {
            boolean ascends =
                    i == 0 || ids.get(i - 1).value().compareTo(ids.get(i).value()) < 0;
            Violation.when(!ascends, "3: identities do not ascend: %s", ids);
            Message other = accepted.put(ids.get(i).value(), request.messages().get(i));
            Violation.when(
                    other != null
                            && !other.body().equals(request.messages().get(i).body()),
                    "4: %s was given twice",
                    ids.get(i));
        }
    }
}
