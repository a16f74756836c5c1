package io.github.camelsms.routes.ingress;

import java.util.Objects;

/** A name and a password that came with a request. They end here: neither is ever put into an exchange or a log. */
public record Credentials(String name, String password) {

    public Credentials {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(password, "password");
    }

    @Override
    public String toString() {
        return "Credentials[…]";
    }
}
