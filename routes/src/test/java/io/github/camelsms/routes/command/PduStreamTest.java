package io.github.camelsms.routes.command;

import static io.github.camelsms.routes.command.PduCommands.PART;
import static io.github.camelsms.routes.command.PduCommands.filter;
import static io.github.camelsms.routes.command.PduCommands.input;
import static io.github.camelsms.routes.command.PduCommands.json;
import static io.github.camelsms.routes.command.PduCommands.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The pdu commands as filters: long, slow, broken and closed streams. */
class PduStreamTest {

    @ParameterizedTest
    @ValueSource(strings = {"encode", "preview"})
    void aNameThatIsNotKnownIsSaidOnce(String command) {
        CommandLine line = new CommandLine(
                command.equals("encode")
                        ? new PduEncodeCommand(() -> input("{\"type\":\"DELIVER\",\"addr\":\"+1\",\"txt\":\"hi\"}"))
                        : new PduPreviewCommand(() -> input("{\"text\":\"hi\",\"txt\":\"hi\"}")));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

        assertThat(line.execute()).isZero();
        assertThat(err.toString().lines()).containsExactly("warning: there is no field \"txt\", it is not read");
        assertThat(out.toString().lines()).hasSize(2).noneMatch(written -> written.contains("error"));
    }

    @Test
    void aHundredThousandLinesGoThroughLittleMemory() {
        int lines = 100_000;
        byte[] line = (PART + "\n").getBytes(StandardCharsets.UTF_8);
        CountingWriter out = new CountingWriter();

        assertThat(run("decode", new Repeated(line, lines), new PrintWriter(out)))
                .isZero();

        assertThat(out.lines).isEqualTo(lines);
    }

    @Test
    void aLineIsAnsweredBeforeTheNextOneComes() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PipedInputStream input = new PipedInputStream();
                PipedOutputStream keyboard = new PipedOutputStream(input)) {
            CompletableFuture<Integer> command = CompletableFuture.supplyAsync(
                    () -> run("decode", input, new PrintWriter(out, false, StandardCharsets.UTF_8)));
            for (int i = 1; i <= 2; i++) {
                int answers = i;
                keyboard.write((PART + "\n").getBytes(StandardCharsets.UTF_8));
                keyboard.flush();
                await().until(() -> out.toString(StandardCharsets.UTF_8).lines().count() == answers);
            }
            keyboard.close();
            assertThat(command.get()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"decode", "decode --direction mo --no-smsc", "encode", "preview", "join"})
    void noLineStopsIt(String command) {
        Random random = new Random(20_261_121);
        List<String> seeds = List.of(
                PART,
                "{\"type\":\"SUBMIT\",\"addr\":{\"number\":\"+1555\"},\"vp\":\"2026-11-21T10:00:00Z\",\"text\":\"hi\"}",
                "{\"text\":\"hi\",\"refBits\":8,\"maxParts\":1,\"locking\":1,\"single\":1}",
                "@1 " + PART,
                "[".repeat(50_000),
                "{\"text\":1e999999999}");
        List<String> lines = new ArrayList<>(seeds);
        for (int i = 0; i < 20_000; i++) {
            char[] mutated = seeds.get(random.nextInt(4)).toCharArray();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                char any = (char) random.nextInt(random.nextBoolean() ? 0x80 : 0xFFFF);
                boolean usable = any != '\n' && any != '\r' && !Character.isSurrogate(any) && any < 0xFFFE;
                mutated[random.nextInt(mutated.length)] = usable ? any : '"';
            }
            lines.add(new String(mutated));
        }
        byte[] noise = new byte[10_000];
        random.nextBytes(noise);
        String input = String.join("\n", lines) + "\n" + new String(noise, StandardCharsets.ISO_8859_1);

        String output = filter(command, new ByteArrayInputStream(input.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(output.lines()).isNotEmpty().allSatisfy(line -> assertThat(
                        line.startsWith("{") ? json(line).isObject() : line.matches("[0-9A-F]+"))
                .isTrue());
    }

    @Test
    void itStopsWhenNobodyReads() {
        PrintWriter closed = new PrintWriter(new java.io.Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("broken pipe");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        assertThat(run("decode", new Repeated("00\n".getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE), closed))
                .isZero();
    }

    @Test
    void aLineWithoutEndIsNotKept() {
        byte[] digits = String.join("", Collections.nCopies(1024, "0")).getBytes(StandardCharsets.UTF_8);

        String out = filter("decode", new Repeated(digits, 20_000));

        assertThat(json(out).path("error").path("message").asText()).contains("1048576");
    }

    /** The same octets again and again. */
    private static final class Repeated extends InputStream {

        private final byte[] octets;
        private long left;
        private int position;

        Repeated(byte[] octets, int times) {
            this.octets = octets;
            this.left = (long) octets.length * times;
        }

        @Override
        public int read() {
            if (left == 0) {
                return -1;
            }
            left--;
            int octet = octets[position] & 0xFF;
            position = (position + 1) % octets.length;
            return octet;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int count = (int) Math.min(length, left);
            for (int i = 0; i < count; i++) {
                into[from + i] = (byte) read();
            }
            return count == 0 && length > 0 ? -1 : count;
        }

        @Override
        public int available() {
            return (int) Math.min(left, Integer.MAX_VALUE);
        }
    }

    private static final class CountingWriter extends java.io.Writer {

        private int lines;

        @Override
        public void write(char[] text, int from, int length) {
            for (int i = from; i < from + length; i++) {
                lines += text[i] == '\n' ? 1 : 0;
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
