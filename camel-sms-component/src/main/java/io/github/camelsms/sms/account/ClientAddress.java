package io.github.camelsms.sms.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Who has connected, as it is counted. */
public final class ClientAddress {

    private static final int NETWORK_OCTETS = 8;

    private ClientAddress() {}

    /** What stands for a client: its address, for IPv6 the network that one customer has (/64). */
    public static String network(InetAddress client) {
        byte[] octets = client.getAddress();
        return HexFormat.of()
                .formatHex(client instanceof Inet6Address ? Arrays.copyOf(octets, NETWORK_OCTETS) : octets);
    }
}
