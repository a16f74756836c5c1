package io.github.camelsms.sms.store;

import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.routing.GatewayBudgets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * The short message service centre: what is accepted is kept, handed out, and remembered. Each implementation keeps
 * this contract; {@code MessageStoreContractTest} and {@code ChargesContractTest} hold it to every number.
 *
 * <ol>
 *   <li>A stage completes normally only after what it stands for is as durable as the store can make it.
 *   <li>A stage that fails has changed nothing. A refusal is an {@link SmsRejectedException}.
 *   <li>{@link #accept} stores all messages of a call or none, each with its reply link, and gives identities that
 *       ascend in the order of the call. A gateway that nobody has registered is refused.
 *   <li>An identity never changes and is never used again.
 *   <li>What is handed out is leased: nobody else gets it until the lease is ended, or its worker is dead.
 *   <li>An operation with a lease that is no longer valid fails with {@link IllegalStateException} and changes nothing.
 *   <li>Messages are handed out by priority, then in the order in which they became due; each fifth hand-out to a
 *       gateway goes to the message of a lower priority that has been due longest, so that none waits for ever. A
 *       gateway gets those that it may carry and no others, none before its time and none after its expiry.
 *   <li>A part that the network has accepted stays accepted: later attempts learn of it, use the same concatenation
 *       reference, and go to the gateway that began.
 *   <li>A message whose worker died while it was sending is {@code UNCERTAIN}; the gateway's policy says whether it is
 *       handed out again. A worker that died before that changes nothing but the time.
 *   <li>Each message that reaches a final state makes exactly one {@link Outcome}, and at most one warning before, and
 *       one that the network has it where {@link Message#wantsSentOutcome}.
 *   <li>A reply link lives until its time is over; the same mailbox and number is one link, with the later end.
 *   <li>What was received twice is filed once, a whole message by the gateway's reference and what it says; parts are joined in any order, over restarts, and never block others.
 *   <li>accepted = scheduled + queued + held + sending + enroute + uncertain + the final states, at any time
 *       ({@link #counts}).
 *   <li>The cost of an operation does not depend on how much is stored, {@link #counts},
 *       {@link #search} and {@link #incoming} excepted, and these delay no other.
 *   <li>Calls of {@link #accept(IdempotencyKey, List)} with the same key and content are one call: all give the
 *       identities of the first, also at the same time and over restarts, for 24 hours and for as long as one of the
 *       messages may be sent. Another content under the key is refused with {@code KEY_REUSED}. The time of expiry is
 *       no content: it is counted from each request anew.
 *   <li>{@link #operate} changes what waits and nothing else: a message that is handed out, that the network has or
 *       that has ended is left as it is, and the refusal {@code WRONG_STATE} says why. A message that has failed for
 *       good is requeued as a new one.
 *   <li>{@link #search} gives every message that fits once, the newest first, page by page, whatever is accepted
 *       meanwhile.
 *   <li>While the disk is nearly full, {@link #accept} is refused with {@code STORE_FULL} and everything else goes on;
 *       when more waits than memory should hold, with {@code OVERLOADED}. Both end by themselves.
 *   <li>A received message that no route takes, neither in so many attempts nor in its time, is {@code DEAD}: kept
 *       with the last reason, counted, and handed out again by {@link #replay}. An empty one is {@code DISCARDED}.
 *       What a route has taken is {@code DONE}, stays, and can be handed out again as well.
 *   <li>{@link #history} tells each hand-out, part, failure and end of a message; what it tells was written in the
 *       transaction that did it.
 *   <li>A message with a preference list waits for the first of its gateways; when nobody serves that one, or it has not
 *       taken the message in {@link Timing#failoverAfter}, the message moves on to the next one that is served. A
 *       message that the network may have does not move. {@link #unserved} tells the gateways that messages wait for
 *       and nobody serves; their messages wait, and expire with an outcome.
 *   <li>When as many messages wait for a gateway, or of an account, as {@link Limits} allow, {@link #accept} of another
 *       is refused with {@code QUEUE_FULL}; what was accepted stays.
 *   <li>{@link #findIncoming} and {@link #incoming} give every received message, in any state and for ever, page by
 *       page, the newest first; they delay nobody.
 *   <li>{@link #links} gives every live reply link that fits once, page by page; {@link #clearLinks} ends those that
 *       fit, of any page, and no other. What was received before keeps the links that it was filed with.
 *   <li>A {@link Subscription} is handed each outcome of its states that is made from then on, once, whatever others do
 *       with theirs, over restarts, and in every process; that the network has a message it is told of whether the
 *       message asks for it or not. One that nobody has asked for in seven days is forgotten.
 *   <li>{@link #accept} charges the parts of each message to its account and to the group of that in the month of the
 *       store's clock, in the same transaction. One with which a {@linkplain Budgets limit} would be exceeded is refused
 *       with {@code QUOTA_EXCEEDED}, however many processes accept at once and whenever one of them dies.
 *   <li>What is charged is given back once, in the month that it was charged in, for the parts that no network has or may
 *       have when the message ends. Nothing else gives back, and an {@code UNCERTAIN} message counts as sent.
 *   <li>While an operator has {@linkplain #stop stopped} sending, {@link #handOutgoing} gives nothing, and while
 *       accepting is stopped, {@link #accept} is refused with {@code SENDING_STOPPED}, on all machines and over restarts.
 *       Whatever is stored stays and goes on as time says.
 *   <li>A gateway gets no more than its {@link #limit budget} allows, what is on its way included; days and months
 *       are counted by the part that the network has accepted, and over restarts. What does not fit waits for the
 *       next day, or moves on where it may.
 * </ol>
 */
public interface MessageStore extends Operations {

    /** Accepts messages to be sent. */
    CompletionStage<List<MessageId>> accept(List<Message> messages);

    /** Accepts messages to be sent, once for all calls with this key. */
    CompletionStage<List<MessageId>> accept(IdempotencyKey key, List<Message> messages);

    /** Says that a gateway exists and is served by this process, until {@link #unregisterGateway}. */
    CompletionStage<Void> registerGateway(String gateway, UncertainPolicy policy);

    /** Says that this process serves the gateway no longer. */
    CompletionStage<Void> unregisterGateway(String gateway);

    /** Gives a gateway at most {@code limit} messages that it may carry and that are due. */
    CompletionStage<HandOut<Message>> handOutgoing(String gateway, int limit);

    /** The ledger of the parts of a message that is handed out. */
    PartLedger ledger(Lease lease);

    /** The network has accepted the whole message; {@code references} may be empty where it gives none. */
    CompletionStage<Void> sent(Lease lease, List<String> references);

    /** The attempt failed; it is tried again at {@code retryAt} if the kind of failure and the expiry allow it. */
    CompletionStage<Void> failed(Lease lease, Failure failure, Instant retryAt);

    /** Files a short message that was received, one part of a long one included. */
    CompletionStage<Filed> file(IncomingPart part);

    /** Files a whole message that was received. */
    CompletionStage<Filed> file(Incoming incoming);

    /** Files a gateway's word on a part that it sent. */
    CompletionStage<Filed> file(DeliveryReport report);

    /** Hands out received messages. */
    CompletionStage<HandOut<Incoming>> handIncoming(int limit);

    /** Hands out what became of messages. */
    default CompletionStage<HandOut<Outcome>> handReports(int limit) {
        return handReports(Subscription.EVERYBODY, limit);
    }

    /** Hands out what became of messages to who has subscribed under this name. */
    CompletionStage<HandOut<Outcome>> handReports(String subscription, int limit);

    /** Says that this process asks for the outcomes of a subscription, until {@link #unsubscribe}. */
    CompletionStage<Void> subscribe(Subscription subscription);

    /** Says that this process asks no longer; what becomes of messages is kept for who asks next. */
    void unsubscribe(String subscription);

    /** What was handed out of {@code INCOMING} or {@code REPORTS} has reached its destination. */
    CompletionStage<Void> done(Lease lease);

    /** What was handed out is given back and due again at {@code retryAt}; nothing was done with it. */
    CompletionStage<Void> release(Lease lease, String reason, Instant retryAt);

    /** Mailboxes with a live link to the number, in no order. */
    CompletionStage<List<String>> replyLinks(String number);

    /**
     * The time by which things are due and expire: that of the store where several machines share it, so that clocks
     * that differ do no harm.
     */
    Clock clock();

    /** From now on each gateway is handed out no more than its budget allows. */
    void limit(GatewayBudgets budgets);

    /** Does what time asks for: expiry, warnings, late parts, dead workers. */
    CompletionStage<Void> tick();

    /** Gateways that messages wait for and nobody serves, and how many wait for each, when it was last looked. */
    Map<String, Long> unserved();

    /** Has {@code listener} called whenever something became due in a mailbox; it must return at once. */
    Registration onDue(Mailbox mailbox, Runnable listener);

    @Override
    void close();

    /** Ends what {@link #onDue} began. */
    interface Registration {

        void remove();
    }

    /** What a store waits for. */
    record Timing(
            Duration delayWarning,
            Duration partTimeout,
            Duration workerTimeout,
            Duration duplicateWindow,
            Duration deadAfter,
            int deadAttempts,
            Duration failoverAfter) {

        /** Warning after 4 hours, parts wait 24 hours, a worker is dead after a minute, duplicates for 7 days;
         * what no route takes in 10 attempts and 5 days is dead; a gateway of several has 5 minutes. */
        public static final Timing DEFAULT = new Timing(
                Duration.ofHours(4),
                Duration.ofDays(1),
                Duration.ofMinutes(1),
                Duration.ofDays(7),
                Duration.ofDays(5),
                10,
                Duration.ofMinutes(5));

        public Timing withFailoverAfter(Duration length) {
            return new Timing(
                    delayWarning, partTimeout, workerTimeout, duplicateWindow, deadAfter, deadAttempts, length);
        }

        public Timing withWorkerTimeout(Duration timeout) {
            return new Timing(
                    delayWarning, partTimeout, timeout, duplicateWindow, deadAfter, deadAttempts, failoverAfter);
        }
    }

    /**
     * How many messages may wait: accepted, and neither with the network nor at an end.
     *
     * @param perAccount of one account
     * @param perGateway for one gateway, or for any
     */
    record Limits(long perAccount, long perGateway) {

        /** As many as the disk takes. */
        public static final Limits NONE = new Limits(Long.MAX_VALUE, Long.MAX_VALUE);

        public Limits {
            if (perAccount < 1 || perGateway < 1) {
                throw new IllegalArgumentException("A limit is 1 or more, not " + Math.min(perAccount, perGateway));
            }
        }
    }
}
