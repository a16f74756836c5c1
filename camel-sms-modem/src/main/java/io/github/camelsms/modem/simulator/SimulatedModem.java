package io.github.camelsms.modem.simulator;

import io.github.camelsms.modem.channel.Channel;
import io.github.camelsms.sms.tpdu.Direction;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import io.github.camelsms.sms.tpdu.Tpdu;
import io.github.camelsms.sms.tpdu.TpduException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A modem in software: what it keeps while it is switched on, and the cable to it. */
public final class SimulatedModem {

    /** What the network delivers. */
    enum Kind {
        MESSAGE("+CMTI", "+CMT"),
        REPORT("+CDSI", "+CDS");

        private final String stored;
        private final String handedOut;

        Kind(String stored, String handedOut) {
            this.stored = stored;
            this.handedOut = handedOut;
        }

        String stored() {
            return stored;
        }

        String handedOut() {
            return handedOut;
        }
    }

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yy/MM/dd,HH:mm:ss'+00'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Personality personality;
    private final SimulatedNetwork network;
    private final SimulatedSim sim = new SimulatedSim();
    private final Faults faults = new Faults();
    private final Map<String, MessageStorage> storages = new LinkedHashMap<>();
    private final Deliveries deliveries = new Deliveries(this);
    private final Settings settings = new Settings();
    private final Interpreter interpreter;
    private Optional<SimulatorChannel> cable = Optional.empty();
    private boolean plugged = true;
    private int messageReference;
    private int restarts;
    private String imei = "490154203237518";

    /** What {@code ATZ} and a restart set back. */
    static final class Settings {
        boolean echo = true;
        boolean numericErrors;
        boolean pduMode;
        int mt;
        int ds;
        int service;
        String reading = "";
        int registrationReports;

        void reset() {
            echo = true;
            numericErrors = false;
            pduMode = false;
            mt = 0;
            ds = 0;
            service = 0;
            reading = "";
            registrationReports = 0;
        }
    }

    SimulatedModem(Personality personality, SimulatedNetwork network) {
        this.personality = personality;
        this.network = network;
        personality.storages().forEach(name -> storages.put(name, new MessageStorage(personality.slots())));
        this.interpreter = new Interpreter(this);
    }

    /** The SIM in it. */
    public SimulatedSim sim() {
        return sim;
    }

    /** What it does wrong. */
    public Faults faults() {
        return faults;
    }

    /** Opens the line to it; whoever had it before loses it. */
    public synchronized Channel connect() throws IOException {
        if (!plugged) {
            throw new IOException("There is no simulated modem plugged in");
        }
        cable.ifPresent(SimulatorChannel::cut);
        SimulatorChannel channel = new SimulatorChannel(this);
        cable = Optional.of(channel);
        deliveries.repeat();
        return channel;
    }

    /** Pulls it out: the line is lost, and cannot be opened until {@link #plugIn}. */
    public synchronized void unplug() {
        plugged = false;
        cable.ifPresent(SimulatorChannel::cut);
        cable = Optional.empty();
        interpreter.reset();
        settings.reset();
        sim.restart();
    }

    /** Plugs it in again. All settings are gone, and the SIM wants its PIN. */
    public synchronized void plugIn() {
        plugged = true;
        receivePending();
    }

    /** After the answer to the command that asks for it. */
    void restartSoon() {
        network.soon(this::restart);
    }

    /** Time as {@code +CCLK} writes it, UTC. */
    String clock() {
        return CLOCK.format(network.time());
    }

    /** Asks the network by a service code, in the form of this modem. */
    void askNetwork(String written) {
        ServiceCodeForm form = new ServiceCodeForm(personality.serviceCodes());
        network.soon(() -> unsolicited(network.service(form.read(written))
                .map(answer -> "+CUSD: 0,\"" + form.write(answer) + "\"," + form.scheme(answer))
                .orElse("+CUSD: 4")));
    }

    /** Its own number. */
    public synchronized String imei() {
        return imei;
    }

    /** Another modem in its place, with this number. */
    public synchronized void becomeModem(String newImei) {
        imei = newImei;
    }

    /** How many times it has restarted. */
    public synchronized int restarts() {
        return restarts;
    }

    /** Restarts it while it is plugged in: it says {@code RDY}, and all settings are gone. */
    public synchronized void restart() {
        restarts++;
        interpreter.reset();
        settings.reset();
        sim.restart();
        deliveries.repeat();
        unsolicited("RDY");
        receivePending();
    }

    /** It says something unsolicited. */
    public synchronized void unsolicited(String line) {
        say(personality.lineEnd() + line + personality.lineEnd(), 0);
    }

    /** Octets that nobody has asked for, as they are. */
    public synchronized void garbage(byte[] octets) {
        say(new String(octets, StandardCharsets.ISO_8859_1), 0);
    }

    /** How many messages are in a storage, such as {@code SM}. */
    public synchronized int stored(String storage) {
        return storage(storage).messages().size();
    }

    /** Somebody changes what is in a storage by other means, as with another card: slots from 1 hold these PDUs. */
    public synchronized void replaceMessages(String storage, List<String> pdus) {
        storage(storage).messages().clear();
        pdus.forEach(storage(storage)::store);
    }

    synchronized void hear(SimulatorChannel from, byte[] octets) {
        if (cable.filter(channel -> channel == from).isPresent() && !faults.isHanging()) {
            interpreter.hear(octets);
        }
    }

    synchronized void hungUp(SimulatorChannel which) {
        if (cable.filter(channel -> channel == which).isPresent()) {
            cable = Optional.empty();
            interpreter.reset();
        }
    }

    void say(String text, long delayNanos) {
        cable.ifPresent(channel -> channel.say(text, delayNanos));
    }

    Personality personality() {
        return personality;
    }

    Settings settings() {
        return settings;
    }

    MessageStorage storage(String name) {
        MessageStorage storage = storages.get(name);
        if (storage == null) {
            throw new IllegalArgumentException("This simulated modem has no storage " + name);
        }
        return storage;
    }

    /** The storage that is read from. */
    MessageStorage reading() {
        return storage(settings.reading.isEmpty() ? receivingName() : settings.reading);
    }

    String receivingName() {
        return personality.storages().get(0);
    }

    List<String> storageNames() {
        return personality.storages();
    }

    /** The network delivers something; it keeps what the modem cannot take now. */
    synchronized void deliver(String hex, Kind kind) {
        deliveries.add(hex, kind);
        receivePending();
    }

    void receivePending() {
        if (plugged && sim.isUnlocked()) {
            deliveries.flow();
        }
    }

    /** What was handed out is acknowledged; false when nothing was. */
    boolean acknowledged() {
        return deliveries.acknowledged();
    }

    boolean isConnected() {
        return cable.isPresent();
    }

    static int tpduLength(String hex) {
        int octets = hex.length() / 2;
        int serviceCentre = octets == 0 ? 0 : Integer.parseInt(hex.substring(0, 2), 16);
        return Math.max(0, octets - 1 - serviceCentre);
    }

    /** Sends a PDU: the reference, or the error code of 27.005. */
    synchronized String submit(String hex, int tpduLength) {
        try {
            Pdu pdu = Pdu.parse(hex);
            if (pdu.tpduLength() != tpduLength) {
                return "+CMS ERROR: 304";
            }
            Tpdu tpdu = Tpdu.decode(pdu.tpdu().toArray(), Direction.MOBILE_ORIGINATED);
            int reference = messageReference++ & 0xFF;
            network.submitted((SmsSubmit) tpdu, reference);
            return "+CMGS: " + reference;
        } catch (TpduException e) {
            return "+CMS ERROR: 304";
        }
    }
}
