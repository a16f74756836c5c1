package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.fields.Framing;
import io.github.camelsms.sms.tpdu.Direction;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.Pdu;
import io.github.camelsms.sms.tpdu.Tpdu;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.spi.DataFormat;
import org.apache.camel.spi.DataFormatName;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Dataformat;
import org.apache.camel.support.service.ServiceSupport;

/**
 * PDUs in hex as body and headers, and back. {@code unmarshal} reads one PDU (hex digits, or its octets) into the body,
 * a text or the octets of 8-bit data, and the headers that {@code gsmmodem:} sets. {@code marshal} splits the body as
 * the headers say and writes a PDU a line.
 */
@Dataformat("smsPdu")
@Metadata(firstVersion = "0.1.0", title = "SMS PDU")
public class SmsPduDataFormat extends ServiceSupport implements DataFormat, DataFormatName {

    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f\\s]*");
    private static final int REFERENCES = 0x10000;

    private final AtomicInteger reference =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(REFERENCES));

    @Metadata(description = "Whether the PDU begins with the address of the service centre", defaultValue = "true")
    private boolean serviceCentre = true;

    @Metadata(
            description =
                    "Which way the TPDU goes: mt is received by a mobile (DELIVER, STATUS-REPORT), mo is sent by one"
                            + " (SUBMIT). Without it, unmarshal reads mt and marshal writes mo.",
            enums = "mt,mo")
    private String direction = "";

    @Override
    public String getDataFormatName() {
        return "smsPdu";
    }

    @Override
    public void marshal(Exchange exchange, Object graph, OutputStream stream) throws IOException {
        int next = reference.getAndUpdate(last -> (last + 1) % REFERENCES);
        List<Tpdu> tpdus = direction("mo") == Direction.MOBILE_ORIGINATED
                ? OutgoingTpdus.submits(exchange.getMessage(), next)
                : OutgoingTpdus.delivers(exchange.getMessage(), next, Clock.systemUTC());
        exchange.getMessage().setHeader(SmsConstants.PARTS, tpdus.size());
        String lines =
                tpdus.stream().map(tpdu -> OutgoingTpdus.hex(tpdu, framing())).collect(Collectors.joining("\n"));
        stream.write(lines.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public Object unmarshal(Exchange exchange, InputStream stream) throws IOException {
        return unmarshal(exchange, (Object) stream.readAllBytes());
    }

    @Override
    public Object unmarshal(Exchange exchange, Object body) {
        Octets pdu = octets(exchange, body);
        Octets tpdu = serviceCentre ? Pdu.parse(pdu.hex()).tpdu() : pdu;
        return TpduHeaders.write(Tpdu.decode(tpdu.toArray(), direction("mt")), exchange.getMessage());
    }

    /** Octets that are nothing but hex digits are hex digits: no PDU looks so. */
    private static Octets octets(Exchange exchange, Object body) {
        if (body instanceof byte[] octets
                && !HEX.matcher(new String(octets, StandardCharsets.ISO_8859_1)).matches()) {
            return Octets.of(octets);
        }
        String hex = exchange.getContext().getTypeConverter().convertTo(String.class, exchange, body);
        return Octets.ofHex(hex == null ? "" : hex.strip());
    }

    private Framing framing() {
        return serviceCentre ? Framing.SERVICE_CENTRE : Framing.TPDU_ALONE;
    }

    private Direction direction(String otherwise) {
        String word = direction.isEmpty() ? otherwise : direction;
        return switch (word) {
            case "mt" -> Direction.MOBILE_TERMINATED;
            case "mo" -> Direction.MOBILE_ORIGINATED;
            default -> throw new IllegalArgumentException("direction is mt or mo, not " + word);
        };
    }

    public boolean isServiceCentre() {
        return serviceCentre;
    }

    public void setServiceCentre(boolean serviceCentre) {
        this.serviceCentre = serviceCentre;
    }

    public String getDirection() {
        return direction;
    }

    public void setDirection(String direction) {
        this.direction = direction;
    }
}
