package io.github.camelsms.benchmarks;

import com.cloudhopper.commons.charset.CharsetUtil;
import io.github.camelsms.sms.gsm7.Gsm7Alphabet;
import io.github.camelsms.sms.gsm7.SeptetPacking;
import io.github.camelsms.sms.message.MessageContent;
import io.github.camelsms.sms.message.Segmentation;
import io.github.camelsms.sms.message.SegmentationOptions;
import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import io.github.camelsms.sms.tpdu.SmsSubmit;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.restcomm.protocols.ss7.map.api.MAPException;
import org.restcomm.protocols.ss7.map.api.smstpdu.NumberingPlanIdentification;
import org.restcomm.protocols.ss7.map.api.smstpdu.SmsDeliverTpdu;
import org.restcomm.protocols.ss7.map.api.smstpdu.TypeOfNumber;
import org.restcomm.protocols.ss7.map.smstpdu.AddressFieldImpl;
import org.restcomm.protocols.ss7.map.smstpdu.DataCodingSchemeImpl;
import org.restcomm.protocols.ss7.map.smstpdu.ProtocolIdentifierImpl;
import org.restcomm.protocols.ss7.map.smstpdu.SmsSubmitTpduImpl;
import org.restcomm.protocols.ss7.map.smstpdu.SmsTpduImpl;
import org.restcomm.protocols.ss7.map.smstpdu.UserDataImpl;

/** 160 characters of the GSM 7 bit alphabet, one thread, ours beside others: operations a second, more is better. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CodecBenchmark {

    private static final String DIGITS = "15551234567";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private String text;
    private String deliver;
    private Charset jcharset;

    /** Also holds every contestant to the same result: a fast wrong one proves nothing. */
    @Setup
    public void prepare() throws MAPException {
        text = "The quick brown fox jumps over the lazy dog, and 0123456789. "
                .repeat(3)
                .substring(0, 160);
        deliver = "0004" + "0B" + "915155214365F7" + "0000" + "62112112345600" + "A0" + HEX.formatHex(packOurs());
        jcharset = Charset.forName("CCPGSM");
        require(HEX.formatHex(packOurs()), HEX.formatHex(packByHand()));
        require(HEX.formatHex(packOurs()), HEX.formatHex(packCloudhopper()));
        require(HEX.formatHex(packOurs()), HEX.formatHex(packJcharset()));
        require(submitOurs(), submitByHand());
        require(submitOurs(), "00" + submitMobicents());
        require(text, deliverOurs());
        require(text, deliverByHand());
        require(text, deliverMobicents());
    }

    @Benchmark
    public byte[] packOurs() {
        return SeptetPacking.pack(Gsm7Alphabet.DEFAULT.encode(text), 0);
    }

    @Benchmark
    public byte[] packByHand() {
        return HandWritten.pack(text);
    }

    @Benchmark
    public byte[] packCloudhopper() {
        return CharsetUtil.encode(text, CharsetUtil.CHARSET_PACKED_GSM);
    }

    @Benchmark
    public byte[] packJcharset() {
        ByteBuffer packed = jcharset.encode(text);
        byte[] octets = new byte[packed.remaining()];
        packed.get(octets);
        return octets;
    }

    @Benchmark
    public String submitOurs() {
        Segmentation parts = Segmentation.of(MessageContent.text(text), SegmentationOptions.DEFAULT);
        SmsSubmit submit = SmsSubmit.of(
                Address.of("+" + DIGITS), parts.dcs(), parts.userData(0).get(0));
        return Pdu.of(submit).hex();
    }

    @Benchmark
    public String submitByHand() {
        return HandWritten.submit(DIGITS, text);
    }

    @Benchmark
    public String submitMobicents() throws MAPException {
        UserDataImpl userData = new UserDataImpl(text, new DataCodingSchemeImpl(0), null, StandardCharsets.ISO_8859_1);
        AddressFieldImpl address = new AddressFieldImpl(
                TypeOfNumber.InternationalNumber, NumberingPlanIdentification.ISDNTelephoneNumberingPlan, DIGITS);
        return HEX.formatHex(
                new SmsSubmitTpduImpl(false, false, false, 0, address, new ProtocolIdentifierImpl(0), null, userData)
                        .encodeData());
    }

    @Benchmark
    public String deliverOurs() {
        return SmsDeliver.decode(Pdu.parse(deliver).tpdu().toArray())
                .userData()
                .text()
                .orElseThrow();
    }

    @Benchmark
    public String deliverByHand() {
        return HandWritten.deliver(deliver);
    }

    @Benchmark
    public String deliverMobicents() throws MAPException {
        byte[] octets = HEX.parseHex(deliver);
        byte[] tpdu = java.util.Arrays.copyOfRange(octets, 1, octets.length);
        SmsDeliverTpdu read = (SmsDeliverTpdu) SmsTpduImpl.createInstance(tpdu, false, StandardCharsets.ISO_8859_1);
        read.getUserData().decode();
        return read.getUserData().getDecodedMessage();
    }

    private static void require(String expected, String actual) {
        if (!expected.equals(actual)) {
            throw new IllegalStateException("Not the same result: " + expected + " and " + actual);
        }
    }
}
