package io.github.camelsms.routes.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A modem in PDU mode on a TCP port, written from 3GPP TS 27.005 (3.4, 3.5) and ITU-T V.250 (5, 6) for these tests; it
 * shares no code with the gateway. What is sent by it stays in a list, also over lost connections; what it has received
 * stays in its memory until the gateway deletes it.
 */
final class AtPeer implements AutoCloseable {

    private static final Map<String, String> ANSWERS = Map.ofEntries(
            Map.entry("+CPIN?", "+CPIN: READY"),
            Map.entry("+CREG?", "+CREG: 0,1"),
            Map.entry("+CSQ", "+CSQ: 21,99"),
            Map.entry("+COPS?", "+COPS: 0,0,\"Test net\""),
            Map.entry("+CGMI", "Peer"),
            Map.entry("+CGMM", "One"),
            Map.entry("+CGMR", "1.0"),
            Map.entry("+CGSN", "490154203237518"),
            Map.entry("+CIMI", "001010123456789"),
            Map.entry("+CCID", "+CCID: 8942000000000000000"),
            Map.entry("+CSCA?", "+CSCA: \"+15550009999\",145"),
            Map.entry("+CSMS?", "+CSMS: 0,1,1,1"),
            Map.entry("+CSMS=?", "+CSMS: (0)"),
            Map.entry("+CSMS=0", "+CSMS: 1,1,1"),
            Map.entry("+CNMI=?", "+CNMI: (0-2),(0,1),(0),(0,1),(0,1)"),
            Map.entry("+CNMI?", "+CNMI: 2,1,0,0,0"),
            Map.entry("+CPMS=?", "+CPMS: (\"SM\"),(\"SM\"),(\"SM\")"),
            Map.entry("+CMGF=?", "+CMGF: (0)"));
    private static final Pattern SILENT =
            Pattern.compile("E[01]|V1|Q0|X[0-4]|Z0?|&F0?|&[CDKW].*|\\+(CMEE|CMGF|CNMI|CREG|CMMS|CSCS|CSDH|IFC)=.*|I");
    private static final Pattern SEND = Pattern.compile("\\+CMGS=([0-9]+)");
    private static final Pattern ONE = Pattern.compile("\\+CMG([RD])=([0-9]+).*");

    private final ServerSocket server;
    private final List<String> submitted = new CopyOnWriteArrayList<>();
    private final Map<Integer, String> received = new ConcurrentSkipListMap<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private volatile boolean plugged = true;
    private volatile int hangUpAfter = Integer.MAX_VALUE;
    private int nextIndex = 1;

    private AtPeer(ServerSocket server) {
        this.server = server;
    }

    static AtPeer start() throws IOException {
        AtPeer peer = new AtPeer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
        Thread acceptor = new Thread(peer::accept, "at-peer");
        acceptor.setDaemon(true);
        acceptor.start();
        return peer;
    }

    int port() {
        return server.getLocalPort();
    }

    /** What the network has taken from the gateway: SUBMIT with the service centre address in front, in hex. */
    List<String> submitted() {
        return List.copyOf(submitted);
    }

    /** Indices of the memory that are taken. */
    int stored() {
        return received.size();
    }

    /** The network delivers: a DELIVER with the service centre address in front, in hex. */
    synchronized void deliver(String pdu) {
        int index = nextIndex++;
        received.put(index, pdu);
        for (Socket connection : connections) {
            try {
                write(connection.getOutputStream(), "\r\n+CMTI: \"SM\"," + index + "\r\n");
            } catch (IOException e) {
                // its session finds out by itself
            }
        }
    }

    /** The cable is out: the connection breaks, and a new one ends at once. */
    void unplug() throws IOException {
        plugged = false;
        for (Socket connection : connections) {
            connection.close();
        }
    }

    boolean isPlugged() {
        return plugged;
    }

    void plug() {
        plugged = true;
    }

    /** The cable falls out right after so many more messages were taken and answered. */
    void unplugAfter(int messages) {
        hangUpAfter = submitted.size() + messages;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                if (plugged) {
                    connections.add(connection);
                    Thread session = new Thread(() -> serve(connection), "at-session");
                    session.setDaemon(true);
                    session.start();
                } else {
                    connection.close();
                }
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            OutputStream out = connection.getOutputStream();
            boolean echo = true;
            while (true) {
                String line = line(in, out, echo);
                String command = line.strip().toUpperCase(Locale.ROOT);
                if (command.startsWith("AT")) {
                    String body = command.substring(2);
                    echo = body.startsWith("E") ? body.startsWith("E1") : echo;
                    answer(body, in, out);
                }
            }
        } catch (IOException e) {
            // the other side has gone, or the cable is out
        } finally {
            connections.remove(connection);
        }
    }

    private static String line(InputStream in, OutputStream out, boolean echo) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("closed");
            }
            if (echo) {
                out.write(octet);
            }
            if (octet == '\r') {
                return line.toString(StandardCharsets.US_ASCII);
            }
            // ESC and Ctrl-Z outside a prompt mean nothing
            if (octet >= ' ') {
                line.write(octet);
            }
        }
    }

    private void answer(String body, InputStream in, OutputStream out) throws IOException {
        Matcher send = SEND.matcher(body);
        Matcher one = ONE.matcher(body);
        if (send.matches()) {
            send(Integer.parseInt(send.group(1)), in, out);
        } else if (one.matches()) {
            memory(one.group(1).equals("D"), Integer.parseInt(one.group(2)), out);
        } else if (body.startsWith("+CMGL")) {
            StringBuilder list = new StringBuilder();
            new TreeMap<>(received)
                    .forEach((index, pdu) -> list.append("\r\n+CMGL: " + index + ",0,," + length(pdu) + "\r\n" + pdu));
            write(out, list + (list.isEmpty() ? "" : "\r\n") + "\r\nOK\r\n");
        } else if (body.startsWith("+CPMS=\"") || body.equals("+CPMS?")) {
            String used = received.size() + ",20";
            write(
                    out,
                    "\r\n+CPMS: "
                            + (body.endsWith("?")
                                    ? "\"SM\"," + used + ",\"SM\"," + used + ",\"SM\"," + used
                                    : used + "," + used + "," + used)
                            + "\r\n\r\nOK\r\n");
        } else if (ANSWERS.containsKey(body)) {
            write(out, "\r\n" + ANSWERS.get(body) + "\r\n\r\nOK\r\n");
        } else {
            write(out, body.isEmpty() || SILENT.matcher(body).matches() ? "\r\nOK\r\n" : "\r\nERROR\r\n");
        }
    }

    private void send(int length, InputStream in, OutputStream out) throws IOException {
        write(out, "\r\n> ");
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        int octet = in.read();
        while (octet != 0x1A && octet != 0x1B) {
            if (octet < 0) {
                throw new IOException("closed");
            }
            typed.write(octet);
            octet = in.read();
        }
        String pdu = typed.toString(StandardCharsets.US_ASCII).strip();
        if (octet == 0x1B) {
            write(out, "\r\nOK\r\n");
        } else if (!pdu.matches("([0-9A-F]{2})+") || length(pdu) != length) {
            write(out, "\r\n+CMS ERROR: 304\r\n");
        } else {
            submitted.add(pdu);
            write(out, "\r\n+CMGS: " + (submitted.size() & 0xFF) + "\r\n\r\nOK\r\n");
            if (submitted.size() >= hangUpAfter) {
                hangUpAfter = Integer.MAX_VALUE;
                unplug();
            }
        }
    }

    private void memory(boolean delete, int index, OutputStream out) throws IOException {
        String pdu = delete ? received.remove(index) : received.get(index);
        if (delete) {
            write(out, "\r\nOK\r\n");
        } else if (pdu == null) {
            write(out, "\r\n+CMS ERROR: 321\r\n");
        } else {
            write(out, "\r\n+CMGR: 0,," + length(pdu) + "\r\n" + pdu + "\r\n\r\nOK\r\n");
        }
    }

    /** Length of the TPDU in octets, without the service centre address (27.005, 3.1). */
    private static int length(String pdu) {
        int serviceCentre = Integer.parseInt(pdu.substring(0, 2), 16);
        return pdu.length() / 2 - 1 - serviceCentre;
    }

    private static synchronized void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
        unplug();
    }
}
