package io.github.camelsms.routes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsms.routes.http.DialectServer.Submitted;
import io.github.camelsms.routes.http.icewarp.IceWarp;
import io.github.camelsms.sms.account.Account;
import io.github.camelsms.sms.account.Accounts;
import io.github.camelsms.sms.account.PasswordHash;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The listener with the dialect of IceWarp, which is the gateway's own at {@code /sms/}; nobody has an account. */
abstract class IceWarpRequests {

    static final String GOOD = "/sms/?number=%2B15551234567&data=hi";
    static final String FORM = "application/x-www-form-urlencoded";

    DialectServer dialect;
    InetSocketAddress server;
    List<Submitted> submitted;

    @BeforeEach
    void start() throws Exception {
        start(List.of(), Map.of());
    }

    /** Another one, with accounts, and with passwords of servers that deliver here. */
    void start(List<Account> accounts, Map<String, String> gatewayPasswords) throws Exception {
        stop();
        Accounts gateways = new Accounts(
                gatewayPasswords.entrySet().stream()
                        .map(one -> new Account(one.getKey(), Optional.of(PasswordHash.of(one.getValue()))))
                        .toList(),
                Clock.systemUTC());
        dialect = DialectServer.start(
                (context, entrance) -> IceWarp.addTo(context, entrance, gateways), "http-icewarp.yaml", accounts);
        server = dialect.address();
        submitted = dialect.submitted();
    }

    @AfterEach
    void stop() {
        if (dialect != null) {
            dialect.close();
        }
    }

    Submitted only() {
        assertThat(submitted).hasSize(1);
        return submitted.get(0);
    }
}
