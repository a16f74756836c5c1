package io.github.camelsms.sms.store;

import io.github.camelsms.sms.account.AccountStore;
import io.github.camelsms.sms.routing.GatewayBudgets;
import io.github.camelsms.sms.routing.GatewayState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What a person who looks after a store can see and do, in the gateway's process or beside it. Its numbers are part of
 * the contract of {@link MessageStore}. What is done beside a running gateway is noticed by it within seconds.
 */
public interface Operations extends AutoCloseable {

    /** A message by its identity. */
    CompletionStage<Optional<MessageRecord>> find(MessageId id);

    /** How many messages are in each state. */
    CompletionStage<Map<MessageState, Long>> counts();

    /** Messages that were accepted less those that are in a state: zero, unless the store is damaged. */
    CompletionStage<Long> drift();

    /** Messages that fit, the newest first. */
    CompletionStage<List<MessageRecord>> search(Search search);

    /** What has happened to a message, in order; empty when there is none of that identity. */
    CompletionStage<List<MessageEvent>> history(MessageId id);

    /**
     * Does {@code operation} to a message.
     *
     * @return the message that waits or has ended by that: a new one where an ended message is sent again
     */
    CompletionStage<MessageId> operate(MessageId id, Operation operation);

    /**
     * All gateways that are served, or were so in the last days, as they are now.
     *
     * @param budgets over which times to count, and for whom
     */
    CompletionStage<Map<String, GatewayState>> gateways(GatewayBudgets budgets);

    /** How many received messages are in each state. */
    CompletionStage<Map<IncomingState, Long>> incomingCounts();

    /** A received message by its identity. */
    CompletionStage<Optional<IncomingRecord>> findIncoming(MessageId id);

    /** Received messages that fit, the newest first. */
    CompletionStage<List<IncomingRecord>> incoming(IncomingSearch search);

    /** Hands out a received message in state {@code DEAD} or {@code DONE} again, as if it had just come. */
    CompletionStage<Void> replay(MessageId id);

    /** Reply links that are live and fit, those with the newest message first. */
    CompletionStage<List<ReplyLink>> links(LinkSearch search);

    /**
     * Ends the reply links that fit, all pages of them.
     *
     * @return how many there were
     */
    CompletionStage<Integer> clearLinks(LinkSearch search);

    /** Accounts and groups, and what they have sent. */
    AccountStore accounts();

    /** What is stopped, by scope. */
    CompletionStage<List<Stop>> stops();

    /** Stops something, or gives another reason for it. */
    CompletionStage<Void> stop(Stop stop);

    /** Ends a stop, if there is one of that scope. */
    CompletionStage<Void> resume(String scope);

    /**
     * The same store for somebody: what he changes is noted as done by him.
     *
     * @param actor as in {@link AuditEntry#actor()}
     */
    Operations by(String actor);

    /** What was done, and by whom. */
    AuditLog audit();

    /** Lists of phones that the store keeps. */
    PhoneLists phoneLists();

    @Override
    void close();
}
