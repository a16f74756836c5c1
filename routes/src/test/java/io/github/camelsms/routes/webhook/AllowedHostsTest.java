package io.github.camelsms.routes.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedHostsTest {

    @Test
    void addressesInsideAreCalledOnlyWhenTheyAreListed() throws Exception {
        for (String inside : List.of(
                "127.0.0.1",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "198.18.0.1",
                "192.0.0.8",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:10.0.0.1",
                "fc00::1",
                "fe80::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001::1")) {
            assertThat(AllowedHosts.isPublic(InetAddress.getByName(inside)))
                    .as(inside)
                    .isFalse();
        }
        for (String outside : List.of("93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "172.32.0.1")) {
            assertThat(AllowedHosts.isPublic(InetAddress.getByName(outside)))
                    .as(outside)
                    .isTrue();
        }
        AllowedHosts hosts = new AllowedHosts("hook.example:8081, 10.0.0.5");
        for (String url : List.of("http://hook.example:8081/", "https://other.example/", "http://10.0.0.5/x")) {
            assertThat(hosts.mayCall(URI.create(url))).as(url).isTrue();
        }
        for (String url : List.of(
                "http://hook.example/",
                "http://other.example/",
                "https://a:b@other.example/",
                "file:///etc/passwd",
                "http:///x")) {
            assertThat(hosts.mayCall(URI.create(url))).as(url).isFalse();
        }
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> hosts.resolve("2130706433"))
                .isInstanceOf(java.net.UnknownHostException.class);
    }
}
