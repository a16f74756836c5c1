package io.github.camelsms.routes.rules;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Writes a message as a line of JSON to {@code YYYY-MM-DD.jsonl} in a folder; it is on disk before the message is
 * accepted or handed on. Only the owner can read what it writes.
 */
final class Archive implements Action {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Clock clock;

    Archive(Options options, Clock clock) {
        this.folder = Path.of(options.required("folder"));
        this.clock = clock;
    }

    @Override
    public void run(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", clock.instant().toString());
        line.put("direction", Steps.direction(exchange).name().toLowerCase(Locale.ROOT));
        for (String field : new String[] {"id", "from", "number", "gateway", "account", "reply", "priority"}) {
            RuleFields.read(message, field).ifPresent(text -> line.put(field.equals("number") ? "to" : field, text));
        }
        if (message.getBody() instanceof byte[] octets) {
            line.put("data", HexFormat.of().formatHex(octets));
        } else {
            line.put("text", RuleFields.read(message, "body").orElse(""));
        }
        byte[] octets = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
        Steps.effect(exchange, "archive to " + folder, () -> append(octets));
    }

    private synchronized void append(byte[] line) throws java.io.IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(clock.instant().atZone(ZoneOffset.UTC).toLocalDate() + ".jsonl");
        if (!Files.exists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer buffer = ByteBuffer.wrap(line);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
