package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.store.Message;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.MessageStore.Limits;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How many messages wait: accepted, and neither with the network nor at an end. One count each queue and account. */
final class Waiting {

    static final String GATEWAY = "waiting-gateway:";
    static final String ACCOUNT = "waiting-account:";

    private Waiting() {}

    static boolean waits(MessageState state) {
        return !state.isFinal() && state != MessageState.ENROUTE;
    }

    static void begins(Tx tx, String target, Optional<String> account) {
        tx.tallies().add(GATEWAY + target, 1);
        account.ifPresent(name -> tx.tallies().add(ACCOUNT + name, 1));
    }

    static void ends(Tx tx, String target, Optional<String> account) {
        tx.tallies().add(GATEWAY + target, -1);
        account.ifPresent(name -> tx.tallies().add(ACCOUNT + name, -1));
    }

    static void moves(Tx tx, String from, String to) {
        tx.tallies().add(GATEWAY + from, -1);
        tx.tallies().add(GATEWAY + to, 1);
    }

    static long forGateway(Tx tx, String gateway) throws SQLException {
        return tx.tallies().get(GATEWAY + gateway);
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
            if (tx.tallies().get(ACCOUNT + account.getKey()) + account.getValue() > limits.perAccount()) {
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
