package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.MessageStore.Limits;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How many messages were accepted, and how many of them wait: neither with the network nor at an end. One count for
 * each queue and account, in several rows where several machines write, so that two of them seldom want the same.
 */
final class Waiting {

    static final int SHARDS = 16;
    static final String GATEWAY = "waiting-gateway:";
    static final String ACCOUNT = "waiting-account:";
    private static final String ACCEPTED = "accepted";

    private final String shard;

    /** @param shard which of the rows this process writes */
    Waiting(int shard) {
        this.shard = Integer.toHexString(shard);
    }

    static boolean waits(MessageState state) {
        return !state.isFinal() && state != MessageState.ENROUTE;
    }

    /** A message is accepted. */
    void begins(Tx tx, String target, Optional<String> account) {
        // apart from the rows of the messages, so that one that got lost is noticed
        tx.tallies().add(ACCEPTED + shard, 1);
        change(tx, target, account, 1);
    }

    void ends(Tx tx, String target, Optional<String> account) {
        change(tx, target, account, -1);
    }

    void moves(Tx tx, String from, String to) {
        change(tx, from, Optional.empty(), -1);
        change(tx, to, Optional.empty(), 1);
    }

    private void change(Tx tx, String target, Optional<String> account, int amount) {
        tx.tallies().add(GATEWAY + shard + ":" + target, amount);
        account.ifPresent(name -> tx.tallies().add(ACCOUNT + shard + ":" + name, amount));
    }

    /** How many messages were accepted, ever. */
    static long accepted(Tx tx) throws SQLException {
        List<String> names = new ArrayList<>(rows(ACCEPTED, ""));
        names.add(ACCEPTED);
        return tx.tallies().sum(names);
    }

    static long forGateway(Tx tx, String gateway) throws SQLException {
        return tx.tallies().sum(rows(GATEWAY, ":" + gateway));
    }

    private static List<String> rows(String begin, String end) {
        return IntStream.range(0, SHARDS)
                .mapToObj(i -> begin + Integer.toHexString(i) + end)
                .toList();
    }

    /** Refuses messages when with them more would wait than may. */
    static void check(Tx tx, Limits limits, List<Message> messages) throws SQLException {
        if (limits.equals(Limits.NONE)) {
            return;
        }
        Map<String, Long> accounts = new TreeMap<>();
        Map<String, Long> targets = new TreeMap<>();
        for (Message message : messages) {
            message.account().ifPresent(name -> accounts.merge(name, 1L, Long::sum));
            targets.merge(message.gateways().first(), 1L, Long::sum);
        }
        for (Map.Entry<String, Long> account : accounts.entrySet()) {
            if (tx.tallies().sum(rows(ACCOUNT, ":" + account.getKey())) + account.getValue() > limits.perAccount()) {
                throw full("no more than " + limits.perAccount() + " messages of an account may wait");
            }
        }
        for (Map.Entry<String, Long> target : targets.entrySet()) {
            if (forGateway(tx, target.getKey()) + target.getValue() > limits.perGateway()) {
                throw full("no more than " + limits.perGateway() + " messages may wait for "
                        + (target.getKey().isEmpty() ? "any gateway" : "a gateway"));
            }
        }
    }

    private static SmsRejectedException full(String why) {
        return new SmsRejectedException(Code.QUEUE_FULL, why + "; try again when some are sent");
    }
}
