package io.github.camelsms.routes.http.kannel;

import io.github.camelsms.routes.mailin.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Debian's Kannel: a bearerbox whose only SMSC is an HTTP server that speaks as Kannel does, and a smsbox. */
final class KannelPeer implements AutoCloseable {

    private static final String BEARERBOX = "/usr/sbin/bearerbox";
    private static final String SMSBOX = "/usr/sbin/smsbox";

    private final List<Peer> boxes = new ArrayList<>();
    private final int sendsms = freePort();

    private KannelPeer() throws IOException {}

    /**
     * @param sendUrl {@code sendsms} of the server
     */
    static KannelPeer start(String sendUrl, String user, String password) throws Exception {
        Peer.require(BEARERBOX);
        Peer.require(SMSBOX);
        KannelPeer kannel = new KannelPeer();
        int admin = freePort();
        int callback = freePort();
        Path folder = Peer.folder("bearerbox");
        Path file = Files.writeString(folder.resolve("kannel.conf"), """
                group = core
                admin-port = %d
                admin-interface = 127.0.0.1
                admin-password = x
                smsbox-port = %d
                smsbox-interface = 127.0.0.1
                box-allow-ip = 127.0.0.1
                dlr-storage = internal

                group = smsc
                smsc = http
                system-type = kannel
                smsc-id = ours
                port = %d
                connect-allow-ip = 127.0.0.1
                smsc-username = %s
                smsc-password = %s
                send-url = "%s"
                dlr-url = "http://127.0.0.1:%d/sms?username=%s&password=%s"

                group = smsbox
                bearerbox-host = 127.0.0.1
                sendsms-port = %d
                sendsms-interface = 127.0.0.1

                group = sendsms-user
                username = tester
                password = foobar
                max-messages = 10
                concatenation = true

                group = sms-service
                keyword = default
                text = "-"
                max-messages = 0
                """.formatted(
                admin, freePort(), callback, user, password, sendUrl, callback, user, password, kannel.sendsms));
        try {
            kannel.boxes.add(Peer.start(folder, admin, List.of(BEARERBOX, file.toString()), List.of("true")));
            kannel.boxes.add(Peer.start(
                    Peer.folder("smsbox"), kannel.sendsms, List.of(SMSBOX, file.toString()), List.of("true")));
        } catch (Exception e) {
            kannel.close();
            throw e;
        }
        return kannel;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where its smsbox is. */
    String url() {
        return "http://127.0.0.1:" + sendsms;
    }

    String log() throws IOException {
        StringBuilder log = new StringBuilder();
        for (Peer box : boxes) {
            log.append(box.log());
        }
        return log.toString();
    }

    @Override
    public void close() throws Exception {
        // the smsbox first: it would try to connect again
        for (int i = boxes.size() - 1; i >= 0; i--) {
            boxes.get(i).close();
        }
    }
}
