package io.github.camelsms.modem.simulator;

import io.github.camelsms.modem.channel.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The cable between a simulated modem and whoever has opened it. */
final class SimulatorChannel implements Channel {

    /** What the modem says, one character for each octet, and when it arrives at the earliest. */
    private record Chunk(String octets, long notBefore) {}

    private final SimulatedModem modem;
    private final BlockingQueue<Chunk> toReader = new LinkedBlockingQueue<>();
    private byte[] rest = new byte[0];
    private volatile boolean cut;

    SimulatorChannel(SimulatedModem modem) {
        this.modem = modem;
    }

    /** The modem says something. */
    void say(String octets, long delayNanos) {
        toReader.add(new Chunk(octets, System.nanoTime() + delayNanos));
    }

    /** The cable is pulled. */
    void cut() {
        cut = true;
        toReader.add(new Chunk("", System.nanoTime()));
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        try {
            while (rest.length == 0 && !cut) {
                Chunk chunk = toReader.take();
                TimeUnit.NANOSECONDS.sleep(Math.max(0, chunk.notBefore() - System.nanoTime()));
                rest = chunk.octets().getBytes(StandardCharsets.ISO_8859_1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (cut) {
            return -1;
        }
        int most = modem.faults().splitting().orElse(rest.length);
        int count = Math.min(Math.min(buffer.length, rest.length), most);
        System.arraycopy(rest, 0, buffer, 0, count);
        rest = Arrays.copyOfRange(rest, count, rest.length);
        return count;
    }

    @Override
    public void write(byte[] octets) throws IOException {
        if (cut) {
            throw new IOException("the simulated modem is unplugged");
        }
        modem.hear(this, octets);
    }

    @Override
    public void close() {
        cut();
        modem.hungUp(this);
    }
}
