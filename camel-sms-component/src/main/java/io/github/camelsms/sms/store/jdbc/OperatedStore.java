package io.github.camelsms.sms.store.jdbc;

import io.github.camelsms.sms.account.AccountStore;
import io.github.camelsms.sms.routing.GatewayBudgets;
import io.github.camelsms.sms.routing.GatewayState;
import io.github.camelsms.sms.store.AuditLog;
import io.github.camelsms.sms.store.IncomingRecord;
import io.github.camelsms.sms.store.IncomingSearch;
import io.github.camelsms.sms.store.IncomingState;
import io.github.camelsms.sms.store.LinkSearch;
import io.github.camelsms.sms.store.MessageEvent;
import io.github.camelsms.sms.store.MessageId;
import io.github.camelsms.sms.store.MessageRecord;
import io.github.camelsms.sms.store.MessageState;
import io.github.camelsms.sms.store.MessageStore;
import io.github.camelsms.sms.store.Operation;
import io.github.camelsms.sms.store.Operations;
import io.github.camelsms.sms.store.PhoneLists;
import io.github.camelsms.sms.store.ReplyLink;
import io.github.camelsms.sms.store.Search;
import io.github.camelsms.sms.store.Stop;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The part of a store that is for people: it is the same beside the process that has the store. */
abstract class OperatedStore implements MessageStore {

    /** Who does it. */
    abstract Operations operated();

    @Override
    public CompletionStage<Optional<MessageRecord>> find(MessageId id) {
        return operated().find(id);
    }

    @Override
    public CompletionStage<Map<MessageState, Long>> counts() {
        return operated().counts();
    }

    @Override
    public CompletionStage<Long> drift() {
        return operated().drift();
    }

    @Override
    public CompletionStage<List<MessageRecord>> search(Search search) {
        return operated().search(search);
    }

    @Override
    public CompletionStage<List<MessageEvent>> history(MessageId id) {
        return operated().history(id);
    }

    @Override
    public CompletionStage<MessageId> operate(MessageId id, Operation operation) {
        return operated().operate(id, operation);
    }

    @Override
    public CompletionStage<Map<String, GatewayState>> gateways(GatewayBudgets budgets) {
        return operated().gateways(budgets);
    }

    @Override
    public CompletionStage<Map<IncomingState, Long>> incomingCounts() {
        return operated().incomingCounts();
    }

    @Override
    public CompletionStage<Optional<IncomingRecord>> findIncoming(MessageId id) {
        return operated().findIncoming(id);
    }

    @Override
    public CompletionStage<List<IncomingRecord>> incoming(IncomingSearch search) {
        return operated().incoming(search);
    }

    @Override
    public CompletionStage<Void> replay(MessageId id) {
        return operated().replay(id);
    }

    @Override
    public CompletionStage<List<ReplyLink>> links(LinkSearch search) {
        return operated().links(search);
    }

    @Override
    public CompletionStage<Integer> clearLinks(LinkSearch search) {
        return operated().clearLinks(search);
    }

    @Override
    public AccountStore accounts() {
        return operated().accounts();
    }

    @Override
    public CompletionStage<List<Stop>> stops() {
        return operated().stops();
    }

    @Override
    public CompletionStage<Void> stop(Stop stop) {
        return operated().stop(stop);
    }

    @Override
    public CompletionStage<Void> resume(String scope) {
        return operated().resume(scope);
    }

    @Override
    public Operations by(String actor) {
        return operated().by(actor);
    }

    @Override
    public AuditLog audit() {
        return operated().audit();
    }

    @Override
    public PhoneLists phoneLists() {
        return operated().phoneLists();
    }
}
