package io.github.camelsms.routes.http;

import io.github.camelsms.routes.ingress.Authentication;
import io.github.camelsms.sms.camel.SmsConstants;
import java.net.InetAddress;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/**
 * Authentication for any route: reads the header {@code Authorization}, Basic or Bearer, and leaves the name of the
 * account in {@code CamelSmsAccount}. A session that was authenticated before stays so. Whatever the header
 * {@code CamelSmsAccount} said before is gone.
 */
public final class AuthenticationStep implements Processor {

    private static final String FIELD = "Authorization";

    private final Authentication authentication;

    public AuthenticationStep(Authentication authentication) {
        this.authentication = authentication;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Message message = exchange.getMessage();
        Optional<String> field = Optional.ofNullable(message.getHeader(FIELD, String.class));
        message.removeHeader(FIELD);
        message.removeHeader(SmsConstants.ACCOUNT);
        Optional<String> account =
                Optional.ofNullable(exchange.getProperty(SmsConstants.AUTHENTICATED_PROPERTY, String.class));
        if (account.isPresent()) {
            authentication.checkActive(account);
        } else {
            account = account(field);
        }
        account.ifPresent(name -> {
            message.setHeader(SmsConstants.ACCOUNT, name);
            exchange.setProperty(SmsConstants.AUTHENTICATED_PROPERTY, name);
        });
    }

    private Optional<String> account(Optional<String> field) throws Exception {
        // routes do not say who has connected to them
        InetAddress client = InetAddress.getLoopbackAddress();
        Optional<String> token = BasicCredentials.token(field);
        return token.isPresent()
                ? authentication.check(token.get(), client)
                : authentication.check(BasicCredentials.of(field), client);
    }
}
