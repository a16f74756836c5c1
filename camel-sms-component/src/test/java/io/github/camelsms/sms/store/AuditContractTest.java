package io.github.camelsms.sms.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.sms.account.AccountEntry;
import io.github.camelsms.sms.account.AccountEntry.Kind;
import io.github.camelsms.sms.account.PasswordHash;
import io.github.camelsms.sms.account.Term;
import io.github.camelsms.sms.account.Terms;
import io.github.camelsms.sms.store.jdbc.StoreUnderTest;
import io.github.camelsms.testing.SettableClock;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do to a store is noted with it, in one chain, by whichever process. */
@ParameterizedClass
@EnumSource(StoreUnderTest.Kind.class)
class AuditContractTest {

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private final StoreUnderTest.Kind kind;
    private StoreUnderTest under;
    private MessageStore store;

    AuditContractTest(StoreUnderTest.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void open() {
        under = StoreUnderTest.of(kind, folder);
        store = under.open(Budgets.UNLIMITED, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsDoneIsNotedAndWhatIsRefusedIsNot() {
        Operations joe = store.by("account joe");
        get(joe.accounts().add(AccountEntry.group("desk")));
        get(joe.accounts()
                .add(AccountEntry.account("jim")
                        .withGroup(Optional.of("desk"))
                        .withPassword(Optional.of(PasswordHash.of("jims secret")))
                        .withTerms(Terms.of(Map.of("limit", "100", "senders", "Shop")))));
        get(store.by("command root").accounts().change(Kind.ACCOUNT, "jim", jim -> jim.withToken(Optional.of("d1ge5t"))
                .withTerms(jim.terms().with(Term.LIMIT, "").with(Term.ACTIVE, "false"))));
        assertThat(store.accounts().add(AccountEntry.group("desk")).toCompletableFuture())
                .failsWithin(java.time.Duration.ofSeconds(10));
        get(store.accounts().reset(Kind.ACCOUNT, "jim", 7, ZoneOffset.UTC));
        get(joe.stop(new Stop(Stop.SEND, "what is\tthis?", Instant.EPOCH)));
        get(joe.resume(Stop.SEND));
        get(joe.clearLinks(LinkSearch.newest(1)));
        get(joe.accounts().remove(Kind.ACCOUNT, "jim"));
        get(store.audit().append("store.backup", "/srv/copy.db", ""));

        List<AuditEntry> entries = get(store.audit().entries(0, 100));

        assertThat(entries)
                .extracting(entry -> entry.number() + " " + entry.actor() + ": " + entry.action() + " "
                        + entry.subject() + ": " + entry.detail())
                .containsExactly(
                        "1 account joe: group.add desk: ",
                        "2 account joe: account.add jim: limit=100, senders=Shop, group=desk, a password",
                        "3 command root: account.change jim: active=false, limit=, a token",
                        "4 gateway: account.reset jim: 7 parts in "
                                + java.time.YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)),
                        "5 account joe: kill-switch.on send: what is this?",
                        "6 account joe: kill-switch.off send: ",
                        "7 account joe: links.clear : 0 links",
                        "8 account joe: account.remove jim: ",
                        "9 gateway: store.backup /srv/copy.db: ");
        assertThat(get(store.audit().entries(7, 1))).containsExactly(entries.get(7));
        assertThat(get(store.audit().last())).contains(entries.get(8));
        assertThat(isSound(entries)).isTrue();
        assertThat(entries.toString()).doesNotContain("d1ge5t", "jims secret", "pbkdf2");
    }

    @Test
    void severalMachinesWriteOneChain() {
        List<MessageStore> machines = new ArrayList<>(List.of(store));
        if (under.isShared()) {
            machines.add(under.open(Budgets.UNLIMITED, clock));
        }
        List<CompletionStage<Void>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(machines.get(i % machines.size()).audit().append("test", "n" + i, ""));
        }
        all.forEach(AuditContractTest::get);

        List<AuditEntry> entries = get(store.audit().entries(0, 1_000));

        assertThat(entries).hasSize(200);
        assertThat(isSound(entries)).isTrue();
        machines.stream().skip(1).forEach(MessageStore::close);
    }

    /** Every single thing that could be changed is noticed. */
    @Test
    void nothingIsChangedLeftOutOrPutInWithoutATrace() {
        for (int i = 0; i < 5; i++) {
            get(store.audit().append("test", "subject " + i, "detail"));
        }
        List<AuditEntry> entries = get(store.audit().entries(0, 10));
        AuditEntry third = entries.get(2);
        List<AuditEntry> others = List.of(
                new AuditEntry(3, third.at().plusMillis(1), "gateway", "test", "subject 2", "detail", third.hash()),
                new AuditEntry(3, third.at(), "else", "test", "subject 2", "detail", third.hash()),
                new AuditEntry(3, third.at(), "gateway", "tests", "ubject 2", "detail", third.hash()),
                new AuditEntry(3, third.at(), "gateway", "test", "subject 9", "detail", third.hash()),
                new AuditEntry(3, third.at(), "gateway", "test", "subject 2", "", third.hash()),
                AuditEntry.after(Optional.of(entries.get(1)), third.at(), "gateway", "test", "another", "detail"));

        assertThat(isSound(entries)).isTrue();
        for (AuditEntry other : others) {
            List<AuditEntry> changed = new ArrayList<>(entries);
            changed.set(2, other);
            assertThat(isSound(changed)).as(other.toString()).isFalse();
        }
        for (int i = 0; i < 4; i++) {
            List<AuditEntry> less = new ArrayList<>(entries);
            less.remove(i);
            assertThat(isSound(less)).isFalse();
        }
    }

    private static boolean isSound(List<AuditEntry> entries) {
        Optional<AuditEntry> last = Optional.empty();
        for (AuditEntry entry : entries) {
            if (!entry.follows(last)) {
                return false;
            }
            last = Optional.of(entry);
        }
        return true;
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
