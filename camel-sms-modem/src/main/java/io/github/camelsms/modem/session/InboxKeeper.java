package io.github.camelsms.modem.session;

import io.github.camelsms.modem.command.MessageCommands;
import io.github.camelsms.modem.command.Reply;
import io.github.camelsms.modem.command.SlotReference;
import io.github.camelsms.modem.command.StoredPdu;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings what is in the modem's storages to the {@link Inbox}, and frees the slots of what is safe. */
final class InboxKeeper implements Inbox.Consequences {

    private static final Logger LOG = LoggerFactory.getLogger(InboxKeeper.class);

    /** A storage that messages are not received into is listed so seldom. */
    private static final int POLLS_BETWEEN_FULL_ONES = 10;

    private static final Duration READABLE_LATER = Duration.ofSeconds(2);
    private static final Set<String> COMBINED_IN_MT = Set.of("SM", "ME");

    private interface LineTask {
        void run(OpenLine line, Capabilities capabilities) throws InterruptedException, ModemSilentException;
    }

    private final Connection connection;
    private final SerialTasks tasks;
    private final SessionEnvironment environment;
    private final Inbox inbox;
    private final HandedOutSpool spool;
    private final Heartbeat polls;
    private int pollsUntilFullOne;

    InboxKeeper(Connection connection, SerialTasks tasks, SessionEnvironment environment) {
        this.connection = connection;
        this.tasks = tasks;
        this.environment = environment;
        this.inbox = new Inbox(connection.settings().device().toString(), new SerialTasks(environment.pool()), this);
        this.spool = new HandedOutSpool(
                connection.settings().stateDirectory(), connection.settings().device());
        this.polls =
                new Heartbeat(environment.timer(), () -> connection.settings().pollInterval(), this::pollInTurn);
    }

    Inbox inbox() {
        return inbox;
    }

    void start() {
        polls.start();
    }

    void stop() {
        polls.stop();
    }

    /** The modem was set up: what came while it was away is in its storages. */
    void established() {
        pollsUntilFullOne = 0;
        pollSoon();
    }

    /** A listener has come: it gets what waits. */
    void attached() {
        tasks.submit(() -> spool.all().forEach(hex -> inbox.handedOut(hex, connection.generation())));
        pollSoon();
    }

    void pollSoon() {
        if (inbox.isAttached()) {
            tasks.submitOnce("poll", () -> polls.measure(() -> withLine(this::poll)));
        }
    }

    /** A modem that announces messages is listed only to be sure; a slow one has better things to do. */
    private void pollInTurn() {
        boolean announced =
                connection.capabilities().filter(c -> !c.announced().isEmpty()).isPresent();
        if (!announced || polls.isDue()) {
            pollSoon();
        }
    }

    private void poll(OpenLine line, Capabilities capabilities) throws InterruptedException, ModemSilentException {
        Storages storages = capabilities.storages();
        boolean full = pollsUntilFullOne-- <= 0;
        if (full) {
            pollsUntilFullOne = POLLS_BETWEEN_FULL_ONES;
        }
        for (String storage : full ? storages.all() : List.of(storages.receiving())) {
            if (storages.read(line, storage)) {
                list(line, storages, storage);
            }
        }
        storages.read(line, storages.receiving());
    }

    private void list(OpenLine line, Storages storages, String storage)
            throws InterruptedException, ModemSilentException {
        Reply<List<StoredPdu>> reply = line.ask(MessageCommands.listAll());
        if (reply.value().isEmpty()) {
            LOG.debug("Modem {} does not list {}: {}", connection.settings().device(), storage, reply.describe());
            return;
        }
        for (InboxEntry leftOver : inbox.listed(storage, reply.value().get(), connection.generation())) {
            delete(line, storages, leftOver);
        }
    }

    /** {@code +CMTI} or {@code +CDSI} has named a slot. */
    void announced(SlotReference slot) {
        if (inbox.isAttached()) {
            tasks.submit(() -> withLine((line, capabilities) -> read(line, capabilities, slot)));
        }
    }

    private void read(OpenLine line, Capabilities capabilities, SlotReference slot)
            throws InterruptedException, ModemSilentException {
        Storages storages = capabilities.storages();
        if (storages.receiving().equals("MT") && COMBINED_IN_MT.contains(slot.storage())) {
            pollSoon();
            return;
        }
        SlotReference known = storages.receiving().isEmpty() ? new SlotReference("", slot.index()) : slot;
        if (!storages.read(line, known.storage())) {
            pollSoon();
            return;
        }
        Optional<StoredPdu> pdu = line.ask(MessageCommands.read(known.index())).value();
        if (pdu.isPresent()) {
            Optional<InboxEntry> leftOver = inbox.seen(known, pdu.get(), connection.generation());
            if (leftOver.isPresent()) {
                delete(line, storages, leftOver.get());
            }
        } else {
            connection.later().in(READABLE_LATER, this::pollSoon);
        }
    }

    /** {@code +CMT} or {@code +CDS} has brought a PDU. */
    void handedOut(String hex) {
        tasks.submit(() -> {
            // With an acknowledgement the network keeps its copy until we have said that ours is safe.
            if (connection.capabilities().filter(Capabilities::acknowledging).isEmpty()) {
                spool.keep(hex);
            }
            inbox.handedOut(hex, connection.generation());
        });
    }

    @Override
    public void handled(InboxEntry entry) {
        if (entry.slot().isEmpty()) {
            tasks.submit(() -> spool.forget(entry.hex()));
        }
        tasks.submit(() -> withLine((line, capabilities) -> {
            if (entry.slot().isPresent()) {
                delete(line, capabilities.storages(), entry);
            } else if (capabilities.acknowledging() && entry.generation() == connection.generation()) {
                line.ask(MessageCommands.acknowledge());
            }
        }));
    }

    @Override
    public void failed(InboxEntry entry) {
        SessionTiming timing = environment.timing();
        Duration pause =
                SessionTiming.backOff(timing.firstRedelivery(), timing.longestRedelivery(), entry.deliveries());
        LOG.warn(
                "A message received by modem {} was not taken (attempt {}); it stays there and is offered again in {}",
                connection.settings().device(),
                entry.deliveries(),
                pause);
        connection.later().in(pause, () -> inbox.offerAgain(entry));
    }

    private void delete(OpenLine line, Storages storages, InboxEntry entry)
            throws InterruptedException, ModemSilentException {
        SlotReference slot = entry.slot().orElseThrow();
        if (!inbox.holds(entry) || !storages.read(line, slot.storage())) {
            return;
        }
        // Since the modem was set up again there may be another card in it, with another message in this slot.
        if (entry.generation() != connection.generation()
                && line.ask(MessageCommands.read(slot.index()))
                        .value()
                        .filter(pdu -> pdu.hex().equals(entry.hex()))
                        .isEmpty()) {
            return;
        }
        Reply<?> reply = line.ask(MessageCommands.delete(slot.index()));
        if (!reply.isOk()) {
            LOG.warn(
                    "Modem {} does not delete slot {}: {}; it is tried again, and the message is not offered again",
                    connection.settings().device(),
                    slot,
                    reply.describe());
        }
    }

    private void withLine(LineTask task) {
        Optional<Capabilities> capabilities = connection.capabilities();
        if (capabilities.isEmpty()) {
            return;
        }
        try {
            task.run(connection.line(), capabilities.get());
        } catch (ModemSilentException e) {
            connection.recover(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
