package io.github.camelsms.sms.tpdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The dissector of Wireshark, written by others from the same standard, reads in our PDUs what we have put there. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TsharkTest {

    private static final int PDUS = 2_000;
    private static final String GSM7 = "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !#¤%&'()*+,-./09:;<=>?¡AZÄÖÑÜ§¿azäöñüà^{}[~]|€";
    private static final String UCS2 = "aé中Ж‘я";

    /** The capture says that its packets are TPDUs. */
    private static final String DISSECTOR = "uat:user_dlts:\"User 0 (DLT=147)\",\"gsm_sms\",\"0\",\"\",\"0\",\"\"";

    private static final List<String> FIELDS = Stream.of(
                    "tp-oa",
                    "tp-da",
                    "tp-ra",
                    "tp-mr",
                    "tp-dcs",
                    "udh.mm.msg_id",
                    "udh.mm.msg_parts",
                    "udh.mm.msg_part",
                    "destination_port",
                    "scts.minutes",
                    "sms_text")
            .map("gsm_sms."::concat)
            .toList();

    private final Random random = new Random(23_040);
    private final StringBuilder packets = new StringBuilder();
    private final List<String> expected = new ArrayList<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void isInstalled() {
        for (String program : List.of("tshark", "text2pcap")) {
            assumeTrue(
                    Stream.of(System.getenv("PATH").split(":", -1))
                            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
                    "SKIPPED: " + program + " is not installed, so nobody else reads what we encode");
        }
    }

    @Test
    void readsWhatWeEncode() throws Exception {
        for (int i = 0; i < PDUS; i++) {
            switch (random.nextInt(3)) {
                case 0 -> submit();
                case 1 -> deliver();
                default -> statusReport();
            }
        }
        Path text = Files.writeString(directory.resolve("packets.txt"), packets);
        String capture = directory.resolve("packets.pcapng").toString();
        run("text2pcap", "-q", "-D", "-l", "147", text.toString(), capture);
        List<String> command = new ArrayList<>(
                List.of("tshark", "-r", capture, "-o", DISSECTOR, "-o", "gsm_sms.reassemble:FALSE", "-T", "fields"));
        FIELDS.forEach(field -> command.addAll(List.of("-e", field)));

        assertThat(run(command.toArray(new String[0])).lines()).containsExactlyElementsOf(expected);
    }

    private void submit() {
        Alphabet alphabet = random.nextBoolean() ? Alphabet.GSM7 : Alphabet.UCS2;
        UserData userData = userData(alphabet);
        Address to = number();
        int reference = random.nextInt(256);
        add("I", SmsSubmit.of(to, DataCodingScheme.of(alphabet), userData).withMessageReference(reference));
        expect("", to.value(), "", reference, alphabet, userData, "");
    }

    private void deliver() {
        Alphabet alphabet = random.nextBoolean() ? Alphabet.GSM7 : Alphabet.UCS2;
        UserData userData = userData(alphabet);
        Address from = random.nextBoolean() ? number() : Address.of(text(GSM7, 1 + random.nextInt(4)) + "x");
        add("O", SmsDeliver.of(from, DataCodingScheme.of(alphabet), time(7), userData));
        expect(from.value(), "", "", "", alphabet, userData, "7");
    }

    private void statusReport() {
        Address recipient = number();
        int reference = random.nextInt(256);
        add("O", SmsStatusReport.of(reference, recipient, time(7), time(8), new TpStatus(random.nextInt(256))));
        expected.add(String.join("\t", "", "", recipient.value(), "" + reference, "", "", "", "", "", "7,8", ""));
    }

    private UserData userData(Alphabet alphabet) {
        UserData bare = UserData.text(alphabet, text(alphabet == Alphabet.GSM7 ? GSM7 : UCS2, 1 + random.nextInt(60)));
        int bits = random.nextBoolean() ? 8 : 16;
        InformationElement part =
                new Concatenation(bits, random.nextInt(1 << bits), 9, 1 + random.nextInt(9)).toElement();
        InformationElement ports = new Ports(16, random.nextInt(0x10000), 9200).toElement();
        return switch (random.nextInt(4)) {
            case 0 -> bare.withHeader(UserDataHeader.of(part));
            case 1 -> bare.withHeader(UserDataHeader.of(part, ports));
            case 2 -> bare.withHeader(UserDataHeader.of(ports));
            default -> bare;
        };
    }

    private Address number() {
        String digits = random.ints(1 + random.nextInt(20), 0, 10)
                .mapToObj(String::valueOf)
                .reduce("", String::concat);
        return Address.of(random.nextBoolean() ? "+" + digits : digits);
    }

    private static ServiceCentreTimeStamp time(int minute) {
        return new ServiceCentreTimeStamp(Octets.ofHex("62112112" + minute + "0" + "3400"));
    }

    private String text(String characters, int length) {
        return random.ints(length, 0, characters.length())
                .mapToObj(at -> String.valueOf(characters.charAt(at)))
                .reduce("", String::concat);
    }

    private void add(String direction, Tpdu tpdu) {
        packets.append(direction)
                .append("\n0000 ")
                .append(HexFormat.ofDelimiter(" ").formatHex(tpdu.encode()))
                .append('\n');
    }

    private void expect(
            String from,
            String to,
            String recipient,
            Object reference,
            Alphabet alphabet,
            UserData userData,
            String minute) {
        expected.add(String.join(
                "\t",
                from,
                to,
                recipient,
                reference.toString(),
                "" + DataCodingScheme.of(alphabet).octet(),
                userData.concatenation().map(part -> "" + part.reference()).orElse(""),
                userData.concatenation().map(part -> "" + part.total()).orElse(""),
                userData.concatenation().map(part -> "" + part.sequence()).orElse(""),
                userData.header()
                        .flatMap(UserDataHeader::ports)
                        .map(ports -> "" + ports.destination())
                        .orElse(""),
                minute,
                userData.text().orElseThrow()));
    }

    private String run(String... command) throws Exception {
        Path errors = directory.resolve("errors.txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
        return output;
    }
}
