package io.github.camelsms.modem.simulator;

import io.github.camelsms.modem.channel.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;

/** Offers a simulated modem on a TCP port of this machine, as a terminal server does with a real one. */
public final class SimulatedModemServer implements AutoCloseable {

    private final SimulatedModem modem;
    private final ServerSocket listener;

    /**
     * Starts to listen on the loopback address.
     *
     * @param port 0: any free one
     */
    public SimulatedModemServer(SimulatedModem modem, int port) throws IOException {
        this.modem = modem;
        this.listener = new ServerSocket();
        this.listener.setReuseAddress(true);
        this.listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        daemon("simulated-modem-accept", this::acceptAll);
    }

    /** The port it listens on. */
    public int port() {
        return listener.getLocalPort();
    }

    private void acceptAll() {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept());
            } catch (IOException e) {
                // closed, or a client that has gone before it was served
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        Channel channel;
        try {
            socket.setTcpNoDelay(true);
            channel = modem.connect();
        } catch (IOException e) {
            socket.close();
            return;
        }
        daemon("simulated-modem-write", () -> copyToModem(socket, channel));
        daemon("simulated-modem-read", () -> copyFromModem(socket, channel));
    }

    private static void copyToModem(Socket socket, Channel channel) {
        byte[] buffer = new byte[4096];
        try (InputStream in = socket.getInputStream()) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                channel.write(Arrays.copyOf(buffer, count));
            }
        } catch (IOException e) {
            // either side has gone
        } finally {
            channel.close();
        }
    }

    private static void copyFromModem(Socket socket, Channel channel) {
        byte[] buffer = new byte[4096];
        try (OutputStream out = socket.getOutputStream()) {
            for (int count = channel.read(buffer); count >= 0; count = channel.read(buffer)) {
                out.write(buffer, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            // either side has gone
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
