package io.github.camelsms.modem.simulator;

import io.github.camelsms.sms.message.MessageContent;
import io.github.camelsms.sms.message.Segmentation;
import io.github.camelsms.sms.message.SegmentationOptions;
import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.ServiceCentreTimeStamp;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.SmsStatusReport;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import io.github.camelsms.sms.tpdu.TpStatus;
import io.github.camelsms.sms.tpdu.UserData;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A phone network in software with one modem on it, and with phones that may answer.
 *
 * <pre>{@code
 * SimulatedNetwork network = SimulatedNetwork.named("demo");          // the modem is gsmmodem:simulator:demo
 * network.onMessage(message -> System.out.println(message.number() + ": " + message.text()));
 * network.answerWith((number, text) -> Optional.of("You wrote: " + text));
 * network.deliver("+15551234567", "Hello");                           // somebody writes to the modem
 * }</pre>
 */
public final class SimulatedNetwork {

    private static final Map<String, SimulatedNetwork> NAMED = new ConcurrentHashMap<>();

    /** A phone: what it answers to a text, if anything. */
    @FunctionalInterface
    public interface Phone {

        /**
         * @param number of this phone, as the modem was told it
         * @param text what it has received
         */
        Optional<String> answer(String number, String text);
    }

    private final SimulatedModem modem;
    private final Assembler assembler = new Assembler();
    private final Clock clock = Clock.systemUTC();
    private final AtomicInteger concatReference = new AtomicInteger();
    private final List<SmsSubmit> submissions = new CopyOnWriteArrayList<>();
    private final List<SentMessage> messages = new CopyOnWriteArrayList<>();
    private final List<Consumer<SentMessage>> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService ether = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "simulated-network");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, String> services = new ConcurrentHashMap<>();
    private volatile Phone phone = (number, text) -> Optional.empty();
    private volatile Duration answerDelay = Duration.ofMillis(500);

    /** A network of its own, with a modem of this kind. */
    public SimulatedNetwork(Personality personality) {
        this.modem = new SimulatedModem(personality, this);
    }

    /** The network of this name in this process: that of the modem {@code gsmmodem:simulator:name}. */
    public static SimulatedNetwork named(String name) {
        return NAMED.computeIfAbsent(name, n -> new SimulatedNetwork(Personality.STANDARD));
    }

    /** The modem. */
    public SimulatedModem modem() {
        return modem;
    }

    /** Calls this for each message that all parts have arrived of, in the thread of the network. */
    public void onMessage(Consumer<SentMessage> listener) {
        listeners.add(listener);
    }

    /** Lets the phones answer. */
    public void answerWith(Phone newPhone) {
        phone = newPhone;
    }

    /** How long a phone takes to answer; half a second unless told otherwise. */
    public void answerAfter(Duration delay) {
        answerDelay = delay;
    }

    /** All messages that all parts have arrived of, the oldest first. */
    public List<SentMessage> messages() {
        return List.copyOf(messages);
    }

    /** All TPDUs that the modem has sent, the oldest first. */
    public List<SmsSubmit> submissions() {
        return List.copyOf(submissions);
    }

    /**
     * Somebody sends a text to the modem, in as many parts as it needs.
     *
     * @param from number or name
     */
    public void deliver(String from, String text) {
        deliver(from, MessageContent.text(text));
    }

    /** Somebody sends 8-bit data to the modem. */
    public void deliver(String from, byte[] data) {
        deliver(from, MessageContent.data(data));
    }

    private void deliver(String from, MessageContent content) {
        Segmentation segmentation = Segmentation.of(content, SegmentationOptions.DEFAULT);
        for (UserData part : segmentation.userData(concatReference.incrementAndGet() & 0xFF)) {
            SmsDeliver deliver = SmsDeliver.of(Address.of(from), segmentation.dcs(), now(), part);
            deliverPdu(Pdu.of(deliver)
                    .withServiceCentre(Address.of(modem.sim().serviceCentre()))
                    .hex());
        }
    }

    /** A PDU reaches the modem as it is: hex digits of service centre address and TPDU, perhaps broken on purpose. */
    public void deliverPdu(String hex) {
        modem.deliver(hex, SimulatedModem.Kind.MESSAGE);
    }

    /** The network reports what became of a message. */
    public void report(int messageReference, String number, TpStatus status) {
        SmsStatusReport report = SmsStatusReport.of(messageReference, Address.of(number), now(), now(), status);
        modem.deliver(
                Pdu.of(report)
                        .withServiceCentre(Address.of(modem.sim().serviceCentre()))
                        .hex(),
                SimulatedModem.Kind.REPORT);
    }

    private ServiceCentreTimeStamp now() {
        return ServiceCentreTimeStamp.of(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** The modem has sent a TPDU. */
    void submitted(SmsSubmit submit, int reference) {
        submissions.add(submit);
        if (submit.firstOctet().statusReportRequested()) {
            later(() -> report(reference, submit.destination().display(), TpStatus.RECEIVED));
        }
        Optional<SentMessage> complete;
        synchronized (assembler) {
            complete = assembler.add(submit, reference);
        }
        complete.ifPresent(message -> {
            messages.add(message);
            ether.execute(() -> listeners.forEach(listener -> listener.accept(message)));
            later(() -> phone.answer(message.number(), message.text())
                    .ifPresent(answer -> deliver(message.number(), answer)));
        });
    }

    /** Lets the network answer a service code such as {@code *100#}. */
    public void serve(String code, String answer) {
        services.put(code, answer);
    }

    Optional<String> service(String code) {
        return Optional.ofNullable(services.get(code));
    }

    Instant time() {
        return clock.instant();
    }

    /** In the thread of the network. */
    void soon(Runnable task) {
        ether.execute(task);
    }

    private void later(Runnable task) {
        ScheduledFuture<?> unused = ether.schedule(task, answerDelay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
