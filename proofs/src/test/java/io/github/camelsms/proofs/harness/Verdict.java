package io.github.camelsms.proofs.harness;

import io.github.camelsms.sms.camel.SmsComponent;
import io.github.camelsms.sms.store.MessageEvent;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.Operations;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the ledger of the clients, the ledger of the network and the store say together.
 *
 * @param acknowledged messages that clients were told are accepted
 * @param lost those that neither the network has nor the store will send
 * @param taken messages that the network has
 * @param uncertain messages that the network got again, after the store had said that nobody can know
 * @param doubled messages that the network got again without that
 * @param phantoms messages that the network has and no client has sent, or that are not what was sent
 * @param drift what the balance of the store is wrong by
 */
public record Verdict(int acknowledged, int lost, int taken, int uncertain, int doubled, int phantoms, long drift) {

    private static final Set<MessageState> TO_BE_SENT = EnumSet.of(
            MessageState.SCHEDULED,
            MessageState.QUEUED,
            MessageState.SENDING,
            MessageState.UNCERTAIN,
            MessageState.HELD);

    /** Judges a history by the store in a file, on which no gateway works now. */
    public static Verdict of(Clients clients, Network network, Path store) {
        try (Operations operations = SmsComponent.operations("jdbc:sqlite:" + store)) {
            Map<String, AtomicInteger> taken = network.taken();
            Map<String, String> accepted = clients.accepted();
            int lost = 0;
            for (String id : accepted.keySet()) {
                lost += taken.containsKey(id) || waits(operations, id) ? 0 : 1;
            }
            int uncertain = 0;
            int doubled = 0;
            for (String id : network.twice()) {
                if (taken.get(id).get() - 1 <= timesUncertain(operations, id)) {
                    uncertain++;
                } else {
                    doubled++;
                }
            }
            return new Verdict(
                    accepted.size(),
                    lost,
                    taken.size(),
                    uncertain,
                    doubled,
                    phantoms(network.texts(), accepted, clients.unknown()),
                    get(operations.drift()));
        }
    }

    /** Whether nothing is lost, doubled or made up. */
    public boolean isClean() {
        return lost == 0 && doubled == 0 && phantoms == 0 && drift == 0;
    }

    /** In words, for the figures. */
    public String words() {
        return acknowledged + " acknowledged, lost " + lost + ", " + taken + " sent, again after UNCERTAIN " + uncertain
                + ", doubled " + doubled + ", phantoms " + phantoms + ", drift " + drift;
    }

    private static boolean waits(Operations operations, String id) {
        return get(operations.find(new MessageId(id)))
                .filter(message -> TO_BE_SENT.contains(message.state()))
                .isPresent();
    }

    private static long timesUncertain(Operations operations, String id) {
        List<MessageEvent> history = get(operations.history(new MessageId(id)));
        return history.stream()
                .filter(event -> event.kind() == MessageEvent.Kind.UNCERTAIN)
                .count();
    }

    private static int phantoms(Map<String, String> texts, Map<String, String> accepted, Set<String> unknown) {
        int phantoms = 0;
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            String asked = accepted.get(entry.getKey());
            boolean known = asked == null ? unknown.contains(entry.getValue()) : asked.equals(entry.getValue());
            phantoms += known && seen.add(entry.getValue()) ? 0 : 1;
        }
        return phantoms;
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
