package io.github.camelsms.routes.doctor;

import io.github.camelsms.routes.settings.HttpSettings;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Whether the gateway can listen where it should. */
final class ListenerCheck {

    private static final String NAME = "http";

    private ListenerCheck() {}

    static Finding look(HttpSettings http, boolean gatewayRuns) {
        String where = HttpSettings.authority(http.host(), http.port());
        try (ServerSocket socket = new ServerSocket()) {
            InetSocketAddress address = http.address();
            socket.bind(address);
            return address.getAddress().isLoopbackAddress()
                    ? Finding.ok(NAME, where + " is free")
                    : Finding.ok(NAME, where + " is free; other machines reach it, each request needs an account");
        } catch (UnknownHostException e) {
            return Finding.failure(NAME, "sms.http.host: there is no host " + http.host());
        } catch (BindException e) {
            return gatewayRuns
                    ? Finding.ok(NAME, where + " is taken, and a gateway works on the store")
                    : Finding.failure(
                            NAME,
                            where + ": " + e.getMessage()
                                    + ": stop the program that listens there, or set sms.http.port");
        } catch (IOException e) {
            return Finding.failure(NAME, where + ": " + e.getMessage());
        }
    }
}
