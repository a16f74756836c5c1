package io.github.camelsms.modem.session;

import io.github.camelsms.modem.channel.Channel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Follows a scripted dialogue, and answers everything else as an ordinary modem. */
final class ScriptedModem implements Channel {

    /** A step: on this line, say these chunks, so many milliseconds after each other. */
    static final class Step {
        final String on;
        final List<Object> reply;
        final int chunk;
        int times;

        Step(String on, List<Object> reply, int chunk, int times) {
            this.on = on;
            this.reply = reply;
            this.chunk = chunk;
            this.times = times;
        }

        boolean matches(String line, boolean payload) {
            return payload
                    ? on.startsWith("PDU")
                    : line.matches(on.replace("+", "\\+").replace("?", "\\?").replace("<len>", "\\d+"));
        }
    }

    private static final String CTRL_Z = "\u001a";
    private static final int DELAY_SCALE = 20;

    private final List<Step> steps;
    private final Map<String, String> ordinary;
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> output = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final StringBuilder line = new StringBuilder();
    private byte[] rest = new byte[0];
    private volatile boolean closed;

    ScriptedModem(List<Step> steps, Map<String, String> ordinary) {
        this.steps = new ArrayList<>(steps);
        this.ordinary = ordinary;
    }

    List<String> written() {
        return written;
    }

    @Override
    public int read(byte[] buffer) {
        try {
            while (rest.length == 0 && !closed) {
                rest = output.take().getBytes(StandardCharsets.ISO_8859_1);
            }
        } catch (InterruptedException e) {
            return -1;
        }
        if (closed) {
            return -1;
        }
        int count = Math.min(buffer.length, rest.length);
        System.arraycopy(rest, 0, buffer, 0, count);
        rest = Arrays.copyOfRange(rest, count, rest.length);
        return count;
    }

    @Override
    public synchronized void write(byte[] octets) {
        for (char c : new String(octets, StandardCharsets.ISO_8859_1).toCharArray()) {
            line.append(c);
            String text = line.toString();
            if (text.endsWith("\r") || text.endsWith(CTRL_Z) || text.equals("\u001b")) {
                line.setLength(0);
                heard(text.replace("\r", "").replace(CTRL_Z, ""), text.endsWith(CTRL_Z));
            }
        }
    }

    private void heard(String text, boolean payload) {
        written.add(text);
        Optional<Step> step =
                steps.stream().filter(s -> s.matches(text, payload)).findFirst();
        if (step.isPresent()) {
            if (--step.get().times <= 0) {
                steps.remove(step.get());
            }
            say(step.get());
        } else if (payload) {
            output.add("\r\n+CMGS: 1\r\n\r\nOK\r\n");
        } else if (text.startsWith("AT+CMGS=")) {
            output.add("\r\n> ");
        } else if (text.startsWith("AT+CMGD=")) {
            output.add("\r\nOK\r\n");
        } else if (text.startsWith("AT")) {
            for (String each : ordinary.getOrDefault(text, "ERROR").split("\\|", -1)) {
                output.add("\r\n" + each + "\r\n");
            }
        }
    }

    /** Says the chunks of a step after the pauses between them; those without a pause before them are said at once. */
    private void say(Step step) {
        long millis = 0;
        for (Object each : step.reply) {
            if (each instanceof Map<?, ?> pause) {
                millis += ((Number) pause.get("delay_ms")).longValue() / DELAY_SCALE;
            } else if (millis == 0) {
                say((String) each, step.chunk);
            } else {
                ScheduledFuture<?> unused =
                        later.schedule(() -> say((String) each, step.chunk), millis, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void say(String text, int chunk) {
        int size = chunk == 0 ? text.length() : chunk;
        for (int i = 0; i < text.length(); i += size) {
            output.add(text.substring(i, Math.min(text.length(), i + size)));
        }
    }

    @Override
    public void close() {
        closed = true;
        later.shutdownNow();
        output.add("");
    }
}
