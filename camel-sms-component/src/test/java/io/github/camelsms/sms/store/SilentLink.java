package io.github.camelsms.sms.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The way to a TCP server of this machine, which can be cut as a cable is: what goes through the connections of that
 * time arrives nowhere from then on, and nobody is told. Later connections work.
 */
public final class SilentLink implements AutoCloseable {

    private static final class Way {

        private final Socket client;
        private final Socket server;
        private volatile boolean cut;

        Way(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void open() {
            start("link-to-server", () -> pump(client, server));
            start("link-to-client", () -> pump(server, client));
        }

        private void pump(Socket from, Socket to) {
            byte[] octets = new byte[8192];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(octets); read >= 0; read = in.read(octets)) {
                    if (!cut) {
                        out.write(octets, 0, read);
                    }
                }
                if (!cut) {
                    to.close();
                }
            } catch (IOException e) {
                // one of them has gone
            }
        }

        void close() throws IOException {
            client.close();
            server.close();
        }
    }

    private final int target;
    private final ServerSocket entry;
    private final List<Way> ways = new CopyOnWriteArrayList<>();

    private SilentLink(int target, ServerSocket entry) {
        this.target = target;
        this.entry = entry;
    }

    public static SilentLink to(int port) throws IOException {
        SilentLink link = new SilentLink(port, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        start("link", link::listen);
        return link;
    }

    /** The same store by this way. */
    public StoreAddress through(StoreAddress address) {
        String url = address.url().replaceFirst(":[0-9]+/", ":" + entry.getLocalPort() + "/");
        return new StoreAddress(url, address.user(), address.password());
    }

    /** Cuts the connections that there are. */
    public void cut() {
        ways.forEach(way -> way.cut = true);
    }

    @Override
    public void close() throws IOException {
        entry.close();
        for (Way way : ways) {
            way.close();
        }
    }

    private void listen() {
        while (!entry.isClosed()) {
            try {
                Way way = new Way(entry.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
                ways.add(way);
                way.open();
            } catch (IOException e) {
                // closed
            }
        }
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
