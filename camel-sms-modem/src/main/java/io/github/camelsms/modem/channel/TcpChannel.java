package io.github.camelsms.modem.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.time.Duration;

/** A modem behind a TCP port: a terminal server, a multi-SIM gateway, an emulator. */
public final class TcpChannel implements Channel {

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private TcpChannel(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** Connects to the port. */
    public static TcpChannel open(DeviceAddress.Tcp address, Duration connectTimeout) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            socket.connect(
                    new InetSocketAddress(address.host(), address.port()), Math.toIntExact(connectTimeout.toMillis()));
            return new TcpChannel(socket);
        } catch (IOException e) {
            socket.close();
            throw new IOException("Cannot connect to modem " + address + ": " + e.getMessage(), e);
        }
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        return in.read(buffer);
    }

    @Override
    public void write(byte[] octets) throws IOException {
        out.write(octets);
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // The line is given up either way.
        }
    }
}
