package io.github.camelsms.routes.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An address inside may be written in many ways; none of them is called. */
class AddressEncodingsTest {

    private static final List<String> INSIDE =
            List.of("127.0.0.1", "10.1.2.3", "172.16.5.4", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0");

    static Stream<String> writings() {
        return INSIDE.stream().flatMap(address -> writings(address).stream());
    }

    private static List<String> writings(String address) {
        int[] octets = Arrays.stream(address.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        long whole = 0;
        for (int octet : octets) {
            whole = whole << 8 | octet;
        }
        String hex = String.format(Locale.ROOT, "%08x", whole);
        String high = hex.substring(0, 4);
        String low = hex.substring(4);
        List<String> written = new ArrayList<>();
        written.add(address);
        written.add(address + ".");
        written.add(Long.toString(whole));
        written.add("0x" + hex);
        written.add("0X" + hex.toUpperCase(Locale.ROOT));
        written.add("0" + Long.toOctalString(whole));
        written.add(format("0x%x.0x%x.0x%x.0x%x", octets));
        written.add(format("0%o.0%o.0%o.0%o", octets));
        written.add(format("0x%x.0%o.%d.%d", octets));
        written.add(octets[0] + "." + (whole & 0xFFFFFF));
        written.add(octets[0] + "." + octets[1] + "." + (whole & 0xFFFF));
        written.add(format("%03d.%03d.%03d.%03d", octets));
        written.add("[::ffff:" + address + "]");
        written.add("[::ffff:" + high + ":" + low + "]");
        written.add("[0:0:0:0:0:ffff:" + high + ":" + low + "]");
        written.add("[::" + address + "]");
        written.add("[64:ff9b::" + address + "]");
        written.add("[64:ff9b::" + high + ":" + low + "]");
        written.add("[2002:" + high + ":" + low + "::]");
        written.add("[2001:0:" + high + ":" + low + "::]");
        written.add(address.replace("0", "%30").replace("1", "%31"));
        written.add(address.chars()
                .mapToObj(c -> c == '.' ? "。" : String.valueOf((char) (c - '0' + '０')))
                .reduce("", String::concat));
        return written;
    }

    private static String format(String pattern, int... octets) {
        return String.format(Locale.ROOT, pattern, octets[0], octets[1], octets[2], octets[3]);
    }

    @ParameterizedTest
    @MethodSource("writings")
    void isNotCalled(String host) {
        assertThat(reachable(new AllowedHosts(""), "https://" + host + "/hook")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("writings")
    void isNotCalledAlsoWhenAnotherInsideIsListed(String host) {
        assertThat(reachable(new AllowedHosts("10.200.200.200"), "https://" + host + "/hook"))
                .isEmpty();
    }

    /** The addresses that a call of the URL would connect to. */
    private static List<InetAddress> reachable(AllowedHosts hosts, String url) {
        try {
            URI uri = URI.create(url);
            String host = uri.getHost();
            if (!hosts.mayCall(uri)) {
                return List.of();
            }
            return List.of(hosts.resolve(host.startsWith("[") ? host.substring(1, host.length() - 1) : host));
        } catch (IllegalArgumentException | UnknownHostException e) {
            return List.of();
        }
    }

    /** A name that stands for one address when it is looked at and for another when it is called is looked up once. */
    @Test
    void aNameIsLookedUpOnceAndEachOfItsAddressesIsChecked() throws Exception {
        InetAddress outside = InetAddress.getByAddress("h.example", new byte[] {93, (byte) 184, (byte) 216, 34});
        InetAddress inside = InetAddress.getByAddress("h.example", new byte[] {10, 0, 0, 1});
        List<InetAddress[]> answers = new ArrayList<>(
                List.of(new InetAddress[] {outside}, new InetAddress[] {inside}, new InetAddress[] {outside, inside}));
        AllowedHosts hosts = new AllowedHosts("", name -> answers.remove(0));

        assertThat(hosts.resolve("h.example")).containsExactly(outside).allMatch(Inet4Address.class::isInstance);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> hosts.resolve("h.example")).isInstanceOf(UnknownHostException.class);
        }
    }
}
