package io.github.camelsms.routes.webhook;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Which hosts a URL that came from outside may name: those that the operator lists, and by https any other whose
 * addresses are all public. The addresses that were checked are those that are connected to.
 */
final class AllowedHosts implements DnsResolver {

    /** Who knows the addresses of names. */
    interface Names {

        InetAddress[] addresses(String name) throws UnknownHostException;
    }

    /** A host whose last label is a number is an address (WHATWG URL, "ends in a number"). */
    private static final Pattern ADDRESS = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)\\.?");

    /** The one way to write it that all read alike: 0177.0.0.1 is 127.0.0.1 for some, and 177.0.0.1 for others. */
    private static final Pattern PLAIN_ADDRESS =
            Pattern.compile("(?:0|[1-9][0-9]{0,2})(?:\\.(?:0|[1-9][0-9]{0,2})){3}");

    private final Set<String> listed;
    private final Names names;

    /**
     * @param list hosts, or host:port, separated by commas
     */
    AllowedHosts(String list) {
        this(list, InetAddress::getAllByName);
    }

    AllowedHosts(String list, Names names) {
        this.names = names;
        this.listed = Arrays.stream(list.split(",", -1))
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the URL may be called at all, before its host is looked up. */
    boolean mayCall(URI url) {
        String host = host(url);
        boolean isListed = listed.contains(host) || listed.contains(host + ":" + url.getPort());
        boolean ambiguous =
                ADDRESS.matcher(host).matches() && !PLAIN_ADDRESS.matcher(host).matches();
        return !host.isEmpty()
                && !ambiguous
                && url.getRawUserInfo() == null
                && (isListed || "https".equals(url.getScheme()));
    }

    private static String host(URI url) {
        return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = names.addresses(host);
        String name = host.toLowerCase(Locale.ROOT);
        boolean isListed = listed.stream().anyMatch(one -> one.equals(name) || one.startsWith(name + ":"));
        if (!isListed && !Arrays.stream(addresses).allMatch(AllowedHosts::isPublic)) {
            throw new UnknownHostException("the host is not public, and the operator has not named it");
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Neither special nor private (RFC 6890). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] octets = address.getAddress();
        int first = octets[0] & 0xFF;
        int second = octets[1] & 0xFF;
        if (address instanceof Inet6Address) {
            // global unicast is 2000::/3; of that not the tunnels 2001::/23 and 2002::/16, which reach into IPv4
            boolean global = (first & 0xE0) == 0x20;
            boolean tunnel = first == 0x20 && (second == 0x02 || (second == 0x01 && (octets[2] & 0xFE) == 0));
            return global && !tunnel;
        }
        boolean shared = first == 100 && (second & 0xC0) == 64;
        boolean benchmark = first == 198 && (second & 0xFE) == 18;
        boolean protocol = first == 192 && second == 0 && (octets[2] & 0xFF) <= 2;
        return first != 0 && first < 224 && !shared && !benchmark && !protocol;
    }
}
