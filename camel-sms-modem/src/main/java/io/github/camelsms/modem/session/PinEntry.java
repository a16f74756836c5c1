package io.github.camelsms.modem.session;

import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.command.ErrorClass;
import io.github.camelsms.modem.command.ModemError;
import io.github.camelsms.modem.command.Reply;
import io.github.camelsms.modem.command.SimCommands;
import io.github.camelsms.modem.command.SimStatus;
import io.github.camelsms.modem.profile.ModemProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes the SIM usable. Three wrong PINs lock a card, so: the PIN is sent only when the SIM waits for exactly that, once
 * for each value and card, never when its last try is known to be left, and never anything that asks for a PUK.
 */
final class PinEntry {

    private static final int SIM_BUSY = 14;
    private static final int PLEASE_WAIT = 515;
    private static final int WRONG_PASSWORD = 16;
    private static final int PUK_REQUIRED = 12;

    private final OpenLine line;
    private final DeviceAddress device;
    private final PinMemory memory;
    private final ModemProfile profile;
    private final Duration untilReady;

    /**
     * @param untilReady how long a SIM may be busy
     */
    PinEntry(OpenLine line, DeviceAddress device, PinMemory memory, ModemProfile profile, Duration untilReady) {
        this.line = line;
        this.device = device;
        this.memory = memory;
        this.profile = profile;
        this.untilReady = untilReady;
    }

    /** Returns when the SIM can be used. */
    void unlock(Optional<Pin> configured)
            throws InterruptedException, ModemSilentException, SimUnusableException, NotYetException {
        Optional<SimStatus> status = settledStatus();
        if (status.isEmpty() || status.get().isUsable()) {
            return;
        }
        if (!status.get().wantsPin()) {
            throw new SimUnusableException("the SIM asks for " + status.get().text()
                    + ", which is never sent by itself;" + " enter it with a phone or a terminal program");
        }
        Pin pin = configured.orElseThrow(
                () -> new SimUnusableException("the SIM asks for its PIN; set the option pin of the endpoint"));
        try {
            enter(pin, card());
        } catch (IOException e) {
            throw new SimUnusableException(
                    "the PIN was not sent because its fate could not be remembered: " + e.getMessage());
        }
    }

    private void enter(Pin pin, Card card)
            throws IOException, InterruptedException, ModemSilentException, SimUnusableException, NotYetException {
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
        Thread.sleep(profile.afterPin().toMillis());
        Optional<SimStatus> status = settledStatus();
        if (status.filter(SimStatus::isUsable).isPresent()) {
            memory.remember(card, pin, PinMemory.Verdict.ACCEPTED);
            return;
        }
        if (status.filter(s -> !s.wantsPin() || reply.isOk() || reply.error().isPresent())
                .isPresent()) {
            throw refused(pin, card);
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

    /** What the SIM waits for, once it has made up its mind; empty when the modem does not know the question. */
    private Optional<SimStatus> settledStatus()
            throws InterruptedException, ModemSilentException, SimUnusableException, NotYetException {
        long end = System.nanoTime() + untilReady.toNanos();
        while (true) {
            Reply<SimStatus> reply = line.ask(SimCommands.status());
            Optional<ModemError> error = reply.error();
            boolean busy = error.filter(e -> e.isCme(SIM_BUSY) || e.isCme(PLEASE_WAIT) || e.isCms(314))
                    .isPresent();
            if (!busy) {
                refuseIfBroken(error);
                return reply.value();
            }
            if (System.nanoTime() >= end) {
                throw new NotYetException("the SIM is still busy");
            }
            Thread.sleep(Math.min(500, untilReady.toMillis()));
        }
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
