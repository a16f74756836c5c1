package io.github.camelsms.modem.session;

import io.github.camelsms.modem.at.Unsolicited;
import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.command.Command;
import io.github.camelsms.modem.command.SmsSetupCommands;
import io.github.camelsms.modem.profile.UnsolicitedCategory;
import io.github.camelsms.modem.profile.UnsolicitedTable;
import io.github.camelsms.sms.message.PartLedger;
import io.github.camelsms.sms.report.FailureKind;
import io.github.camelsms.sms.report.SendFailedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One modem, from its first opening to its last closing. Everything that it is asked to do happens in order, one thing
 * at a time; whoever asks does not wait.
 */
public final class ModemSession {

    private static final Logger LOG = LoggerFactory.getLogger(ModemSession.class);
    private static final int FAILED_SENDS_BEFORE_INITIALISATION = 3;
    private static final Pattern SERVICE_CODE = Pattern.compile("[0-9*#]{1,182}");
    private static final Duration ORDERLY_END = Duration.ofSeconds(5);

    private final DeviceAddress device;
    private final SerialTasks tasks;
    private final Inbox inbox;
    private final InboxKeeper keeper;
    private final Connection connection;
    private final Ussd ussd = new Ussd();
    private final SendCounts counts = new SendCounts();
    private int failedSends;

    ModemSession(SessionSettings settings, SessionEnvironment environment) {
        this.device = settings.device();
        this.tasks = new SerialTasks(environment.pool());
        this.connection = new Connection(settings, environment, tasks, this::heard, this::established);
        this.keeper = new InboxKeeper(connection, tasks, environment);
        this.inbox = keeper.inbox();
    }

    void start() {
        connection.start();
        keeper.start();
    }

    /** Ends it: what was asked before is done first, as long as the modem answers. */
    void close() {
        keeper.stop();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        tasks.submit(() -> {
            connection.close();
            closed.complete(null);
        });
        try {
            closed.get(status().isReady() ? ORDERLY_END.toMillis() : 0, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("Modem {} is closed in the middle of a task", device);
        }
        connection.close();
    }

    void update(SessionSettings settings) {
        connection.update(settings);
    }

    /** Where it stands. */
    public SessionStatus status() {
        return connection.status();
    }

    /** How often each rung of the recovery was climbed. */
    public Map<Rung, Long> recoveries() {
        return connection.recoveries();
    }

    /** How many parts the network has accepted since the session began. */
    public long sentParts() {
        return counts.parts();
    }

    /** How many messages were not sent, in whole or in part, for this kind of reason. */
    public long failures(FailureKind kind) {
        return counts.failures(kind);
    }

    /** What the network and the storage were like when they were last asked. */
    public NetworkDetails details() {
        return connection.details();
    }

    /** The device. */
    public DeviceAddress device() {
        return device;
    }

    /** Takes received messages from now on. */
    public void attach(ReceivedListener listener) {
        inbox.attach(listener);
        keeper.attached();
    }

    /** Leaves received messages where they are from now on. */
    public void detach() {
        inbox.detach();
    }

    /**
     * Sends parts of one message, in order.
     *
     * @param parts those that the ledger does not hold as accepted, in ascending order
     * @return part index to the reference of the network; or a {@link SendFailedException}
     */
    public CompletionStage<Map<Integer, String>> send(List<OutgoingPart> parts, PartLedger ledger) {
        CompletableFuture<Map<Integer, String>> result = new CompletableFuture<>();
        if (status().isReady()) {
            tasks.submit(() -> transmit(parts, ledger, result));
        } else {
            result.completeExceptionally(notReady());
        }
        return result;
    }

    /**
     * Asks the network by a service code such as {@code *100#}.
     *
     * @return what the network says, or a {@link SendFailedException}
     */
    public CompletionStage<String> ussd(String code) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        if (!SERVICE_CODE.matcher(code).matches()) {
            answer.completeExceptionally(Ussd.failed(
                    FailureKind.REJECTED, "bad-code", "a service code is 1 to 182 of the characters 0-9, * and #"));
            return answer;
        }
        onLine(
                answer,
                () -> ussd.ask(
                        connection.line(),
                        connection.capabilities().orElseThrow().profile().ussd(),
                        code,
                        answer));
        return answer;
    }

    /**
     * Asks the modem for something it knows.
     *
     * @return empty when it does not know it; or a {@link SendFailedException}
     */
    public <A> CompletionStage<Optional<A>> query(Command<A> command) {
        CompletableFuture<Optional<A>> answer = new CompletableFuture<>();
        onLine(
                answer,
                () -> answer.complete(connection.line().askIfKnown(command).value()));
        return answer;
    }

    private interface LineTask {
        void run() throws InterruptedException, ModemSilentException;
    }

    private void onLine(CompletableFuture<?> answer, LineTask task) {
        tasks.submit(() -> {
            if (!status().isReady()) {
                answer.completeExceptionally(notReady());
                return;
            }
            try {
                task.run();
            } catch (ModemSilentException e) {
                answer.completeExceptionally(notReady());
                connection.recover(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                answer.completeExceptionally(notReady());
            }
        });
    }

    /** Why nothing can be sent now. */
    public SendFailedException notReady() {
        return new SendFailedException(
                FailureKind.UNAVAILABLE, "modem-down", "Modem " + device + " cannot send now: " + status().describe());
    }

    private void transmit(List<OutgoingPart> parts, PartLedger ledger, CompletableFuture<Map<Integer, String>> result) {
        if (!status().isReady()) {
            result.completeExceptionally(notReady());
            return;
        }
        try {
            Transmission transmission = new Transmitter(
                            connection.line(), connection.settings().policy().errors(), ledger)
                    .transmit(parts);
            counts.add(transmission);
            // The next message must meet the state that this one leaves behind.
            boolean failed = transmission.failure().isPresent();
            failedSends = failed ? failedSends + 1 : 0;
            announceAftermath(transmission);
            if (failed) {
                result.completeExceptionally(transmission.failure().get());
            } else {
                result.complete(transmission.references());
            }
            followUp(transmission);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.completeExceptionally(
                    new SendFailedException(FailureKind.UNCERTAIN, "interrupted", "the gateway was stopped"));
        } catch (RuntimeException e) {
            result.completeExceptionally(
                    new SendFailedException(FailureKind.UNCERTAIN, "internal", "sending broke off", e));
            throw e;
        }
    }

    private void announceAftermath(Transmission transmission) {
        String reason = transmission.failure().map(Throwable::getMessage).orElse("");
        switch (transmission.aftermath()) {
            case HOLD -> connection.hold(reason);
            case RECOVER -> connection.suspend(reason);
            case INITIALISE, NONE -> {}
        }
    }

    private void followUp(Transmission transmission) {
        String reason = transmission.failure().map(Throwable::getMessage).orElse("");
        switch (transmission.aftermath()) {
            case RECOVER -> connection.recover(reason);
            case INITIALISE -> connection.initialiseAgain("after an error: " + reason);
            case HOLD -> {}
            case NONE -> {
                if (failedSends >= FAILED_SENDS_BEFORE_INITIALISATION) {
                    failedSends = 0;
                    connection.initialiseAgain("after " + FAILED_SENDS_BEFORE_INITIALISATION + " failed messages");
                }
            }
        }
    }

    private void established() {
        keeper.established();
    }

    /** On the reading thread: only notes what is to be done. */
    private void heard(Unsolicited unsolicited) {
        String line = unsolicited.line();
        UnsolicitedCategory category = UnsolicitedTable.STANDARD.category(line).orElse(UnsolicitedCategory.IGNORE);
        switch (category) {
            case NEW_MESSAGE, NEW_REPORT -> SmsSetupCommands.announced(line).ifPresent(keeper::announced);
            case PDU_FOLLOWS -> {
                if (!unsolicited.pdu().isEmpty() && !line.startsWith("+CBM:")) {
                    keeper.handedOut(unsolicited.pdu());
                }
            }
            case STORAGE_FULL -> keeper.pollSoon();
            case REGISTRATION -> {
                if (line.startsWith("+CREG:") || line.startsWith("+CEREG:")) {
                    connection.checkSoon();
                }
            }
            case RESTART -> connection.restarted(line);
            case SIM -> connection.checkSoon();
            case USSD -> ussd.heard(line);
            case IGNORE, CALL, POWER -> LOG.debug("Modem {} says {}", device, category);
        }
    }
}
