package io.github.camelsms.modem.session;

import io.github.camelsms.modem.at.AtCommandLine;
import io.github.camelsms.modem.command.Command;
import io.github.camelsms.modem.command.GeneralCommands;
import io.github.camelsms.modem.command.Indication;
import io.github.camelsms.modem.command.IndicationOffer;
import io.github.camelsms.modem.command.Reply;
import io.github.camelsms.modem.command.SmsSetupCommands;
import io.github.camelsms.modem.profile.ModemProfile;
import io.github.camelsms.modem.profile.Profiles;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets a modem up from any state it may be in. What a modem may refuse does not stop it: only the SIM and PDU mode are
 * needed.
 */
final class Initialisation {

    private final OpenLine line;
    private final SessionSettings settings;
    private final SessionEnvironment environment;
    private ModemProfile profile = Profiles.GENERIC;
    private Optional<PinEntry> pinEntry = Optional.empty();

    Initialisation(OpenLine line, SessionSettings settings, SessionEnvironment environment) {
        this.line = line;
        this.settings = settings;
        this.environment = environment;
    }

    boolean isOn(OpenLine which) {
        return line == which;
    }

    /** The first step: what can be done without the SIM. */
    void begin() throws InterruptedException, ModemSilentException {
        line.clear();
        line.probe();
        line.askIfKnown(GeneralCommands.noEcho());
        line.askIfKnown(GeneralCommands.verbose());
        line.askIfKnown(GeneralCommands.numericErrors());
        profile = settings.policy().profile().isPresent()
                ? settings.policy().profile().get()
                : detected();
        line.patientWith(profile.deadlines());
        for (AtCommandLine extra : profile.setup()) {
            line.askIfKnown(GeneralCommands.verbatim(extra));
        }
        pinEntry = Optional.of(new PinEntry(
                line,
                settings.device(),
                new PinMemory(settings.stateDirectory()),
                profile,
                environment.timing().simPatience(),
                environment.clock()));
    }

    /**
     * The second step, to be repeated until the SIM can be used.
     *
     * @return empty when it can be used, else how long to wait until the next time
     */
    Optional<Duration> unlock()
            throws InterruptedException, ModemSilentException, SimUnusableException, NotYetException {
        return pinEntry.orElseThrow().step(settings.pin());
    }

    /** The last step: all that needs the SIM. */
    Capabilities finish() throws InterruptedException, ModemSilentException, SimUnusableException, NotYetException {
        Identity identity = identity();
        need("PDU mode", SmsSetupCommands.pduMode());
        if (settings.serviceCentre().isPresent()) {
            need(
                    "the service centre",
                    SmsSetupCommands.serviceCentre(settings.serviceCentre().get()));
        }
        boolean acknowledging = line.askIfKnown(SmsSetupCommands.messageService())
                .value()
                .filter(service -> service >= 1)
                .isPresent();
        Storages storages = Storages.choose(line);
        Optional<Indication> best =
                line.askIfKnown(SmsSetupCommands.indicationOffer()).value().flatMap(IndicationOffer::best);
        if (!acknowledging && best.filter(Indication::handsOut).isPresent()) {
            // the network then keeps what nobody has taken
            acknowledging =
                    line.askIfKnown(SmsSetupCommands.acknowledgedService()).isOk();
        }
        return new Capabilities(profile, identity, storages, acknowledging, announcements(best));
    }

    private ModemProfile detected() throws InterruptedException, ModemSilentException {
        Optional<String> maker = line.askIfKnown(GeneralCommands.manufacturer()).value();
        Optional<String> model = line.askIfKnown(GeneralCommands.model()).value();
        if (maker.isPresent()) {
            return Profiles.detect(maker.get(), model.orElse(""));
        }
        String all = line.askIfKnown(GeneralCommands.information()).value().orElse("");
        return Profiles.detect(all, model.orElse(all));
    }

    /** Who is there; another card than before is not used unless that is allowed. */
    private Identity identity() throws InterruptedException, ModemSilentException, SimUnusableException {
        Identity identity = Identity.read(line, profile.iccid());
        SimMemory memory = new SimMemory(settings.stateDirectory());
        try {
            if (settings.policy().simChange() == SimChange.HOLD && memory.isAnother(settings.device(), identity)) {
                throw new SimUnusableException(
                        SessionState.SIM_CHANGED,
                        "there is another SIM in the modem than before; nothing is sent or received. Put the old one"
                                + " back, or set the option onSimChange=ALLOW, or remove the file sims in "
                                + settings.stateDirectory());
            }
            memory.remember(settings.device(), identity);
        } catch (IOException e) {
            throw new SimUnusableException(
                    SessionState.SIM_CHANGED, "it cannot be told whether this is the SIM of before: " + e.getMessage());
        }
        return identity;
    }

    private void need(String what, Command<?> command)
            throws InterruptedException, ModemSilentException, NotYetException {
        Reply<?> reply = line.ask(command);
        if (!reply.isOk()) {
            throw new NotYetException("the modem does not take " + what + ": " + reply.describe());
        }
    }

    /** Has received messages announced in the best way that the modem takes. */
    private String announcements(Optional<Indication> best) throws InterruptedException, ModemSilentException {
        List<Indication> candidates = new ArrayList<>();
        best.ifPresent(candidates::add);
        profile.indications().stream().filter(i -> !candidates.contains(i)).forEach(candidates::add);
        for (Indication candidate : candidates) {
            Reply<?> reply = line.askIfKnown(SmsSetupCommands.announce(candidate));
            if (reply.isOk() || reply.isSilence()) {
                return reply.isOk() ? candidate.toString() : "";
            }
        }
        return "";
    }
}
