package io.github.camelsms.modem.session;

import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.command.ErrorClass;
import io.github.camelsms.modem.command.ModemError;
import io.github.camelsms.modem.command.Reply;
import io.github.camelsms.modem.command.SimCommands;
import io.github.camelsms.modem.command.SimStatus;
import io.github.camelsms.modem.profile.ModemProfile;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes the SIM usable. Three wrong PINs lock a card, so: the PIN is sent only when the SIM waits for exactly that, once
 * for each value and card, never when its last try is known to be left, and never anything that asks for a PUK.
 *
 * <p>A SIM takes seconds to make up its mind: {@link #step} says how long to wait until the next one.
 */
final class PinEntry {

    private static final int SIM_BUSY = 14;
    private static final int PLEASE_WAIT = 515;
    private static final int SIM_BUSY_IN_SMS = 314;
    private static final int WRONG_PASSWORD = 16;
    private static final int PUK_REQUIRED = 12;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    /** A PIN that was sent, and what the modem said to it. */
    private record Sent(Pin pin, Card card, Reply<?> reply) {}

    private final OpenLine line;
    private final DeviceAddress device;
    private final PinMemory memory;
    private final ModemProfile profile;
    private final Duration simPatience;
    private final Clock clock;
    private Optional<Sent> sent = Optional.empty();
    private Instant busyUntil;

    /**
     * @param simPatience how long a SIM may be busy
     */
    PinEntry(
            OpenLine line,
            DeviceAddress device,
            PinMemory memory,
            ModemProfile profile,
            Duration simPatience,
            Clock clock) {
        this.line = line;
        this.device = device;
        this.memory = memory;
        this.profile = profile;
        this.simPatience = simPatience;
        this.clock = clock;
        this.busyUntil = clock.instant().plus(simPatience);
    }

    /**
     * Does what the SIM is ready for.
     *
     * @return empty when it can be used, else how long to wait until the next step
     */
    Optional<Duration> step(Optional<Pin> configured)
            throws InterruptedException, ModemSilentException, SimUnusableException, NotYetException {
        Reply<SimStatus> reply = line.ask(SimCommands.status());
        if (isBusy(reply)) {
            return Optional.of(pause());
        }
        refuseIfBroken(reply.error());
        try {
            if (sent.isPresent()) {
                judge(sent.get(), reply.value());
                return Optional.empty();
            }
            // A modem that does not know the question has no PIN to ask for.
            if (reply.value().isEmpty() || reply.value().get().isUsable()) {
                return Optional.empty();
            }
            enter(pin(reply.value().get(), configured), card());
        } catch (IOException e) {
            throw new SimUnusableException(
                    "the PIN was not sent because its fate could not be remembered: " + e.getMessage());
        }
        busyUntil = clock.instant().plus(profile.afterPin()).plus(simPatience);
        return Optional.of(profile.afterPin());
    }

    private static Pin pin(SimStatus status, Optional<Pin> configured) throws SimUnusableException {
        if (!status.wantsPin()) {
            throw new SimUnusableException("the SIM asks for " + status.text()
                    + ", which is never sent by itself; enter it with a phone or a terminal program");
        }
        return configured.orElseThrow(
                () -> new SimUnusableException("the SIM asks for its PIN; set the option pin of the endpoint"));
    }

    private void enter(Pin pin, Card card)
            throws IOException, InterruptedException, ModemSilentException, SimUnusableException {
        Optional<Integer> triesLeft =
                line.askIfKnown(SimCommands.pinTriesLeft()).value();
        if (triesLeft.filter(tries -> tries <= 1).isPresent()) {
            throw new SimUnusableException("the SIM has its last try for the PIN left, which is never used by itself;"
                    + " enter the PIN with a phone or a terminal program");
        }
        refuseIfTriedBefore(pin, card, triesLeft);
        memory.remember(card, pin, PinMemory.Verdict.TRIED);
        Reply<?> reply = line.execute(SimCommands.enterPin(pin.digits()));
        if (reply.error()
                .filter(e -> e.isCme(WRONG_PASSWORD) || e.isCme(PUK_REQUIRED))
                .isPresent()) {
            throw refused(pin, card);
        }
        sent = Optional.of(new Sent(pin, card, reply));
    }

    /** What the SIM waits for now tells what became of the PIN. */
    private void judge(Sent attempt, Optional<SimStatus> now) throws IOException, SimUnusableException {
        Reply<?> reply = attempt.reply();
        if (now.filter(SimStatus::isUsable).isPresent()) {
            memory.remember(attempt.card(), attempt.pin(), PinMemory.Verdict.ACCEPTED);
            return;
        }
        if (now.filter(s -> !s.wantsPin() || reply.isOk() || reply.error().isPresent())
                .isPresent()) {
            throw refused(attempt.pin(), attempt.card());
        }
        throw new SimUnusableException("the modem did not say what became of the PIN (" + reply.describe()
                + "); it is not sent again. Remove the file pins in the state directory after checking the SIM");
    }

    private void refuseIfTriedBefore(Pin pin, Card card, Optional<Integer> triesLeft)
            throws IOException, SimUnusableException {
        Optional<PinMemory.Verdict> before = memory.verdict(card, pin);
        if (before.filter(PinMemory.Verdict.REFUSED::equals).isPresent()) {
            throw new SimUnusableException("the SIM has refused this PIN before; it is not sent again. Set the option"
                    + " pin of the endpoint to the right one");
        }
        // All tries left: the earlier one cannot have been wrong.
        if (before.filter(PinMemory.Verdict.TRIED::equals).isPresent()
                && triesLeft.filter(tries -> tries >= 3).isEmpty()) {
            throw new SimUnusableException("this PIN was sent before and what came of it is not known; it is not sent"
                    + " again. Remove the file pins in the state directory after checking the SIM");
        }
    }

    private SimUnusableException refused(Pin pin, Card card) throws IOException {
        memory.remember(card, pin, PinMemory.Verdict.REFUSED);
        return new SimUnusableException("the SIM has refused the PIN; it is not sent again. Set the option pin of the"
                + " endpoint to the right one");
    }

    private static boolean isBusy(Reply<SimStatus> reply) {
        return reply.error()
                .filter(e -> e.isCme(SIM_BUSY) || e.isCme(PLEASE_WAIT) || e.isCms(SIM_BUSY_IN_SMS))
                .isPresent();
    }

    private Duration pause() throws NotYetException {
        if (!clock.instant().isBefore(busyUntil)) {
            throw new NotYetException("the SIM is still busy");
        }
        return simPatience.compareTo(LONGEST_PAUSE) < 0 ? simPatience : LONGEST_PAUSE;
    }

    private static void refuseIfBroken(Optional<ModemError> error) throws SimUnusableException {
        if (error.isPresent() && error.get().errorClass() == ErrorClass.SIM) {
            throw new SimUnusableException(
                    "the SIM cannot be used: " + error.get().describe());
        }
    }

    private Card card() throws InterruptedException, ModemSilentException {
        return new Card(
                device, line.askIfKnown(SimCommands.iccid(profile.iccid())).value());
    }
}
