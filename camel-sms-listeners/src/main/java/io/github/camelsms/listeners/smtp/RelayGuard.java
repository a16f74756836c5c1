package io.github.camelsms.listeners.smtp;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may send where to. Whoever has said who it is, and clients in the local networks, may use any domain; others only
 * the local ones, and only when {@code strangers} are welcome at all.
 */
public record RelayGuard(List<Network> localIps, Set<String> localDomains, Strangers strangers) {

    /** What is done with clients that are neither local nor known by a password. */
    public enum Strangers {
        REFUSED,
        MAY_SEND_TO_LOCAL_DOMAINS
    }

    public RelayGuard {
        localIps = List.copyOf(localIps);
        localDomains = localDomains.stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isLocal(InetAddress client) {
        return localIps.stream().anyMatch(network -> network.contains(client));
    }

    /** Lets a recipient of a client that is not trusted pass, or does not. */
    void check(String domain) throws RefusedException {
        if (!localDomains.contains(domain)) {
            throw new RefusedException(550, "5.7.1", "Relaying denied");
        }
        if (strangers == Strangers.REFUSED) {
            throw new RefusedException(530, "5.7.0", "Authentication required");
        }
    }
}
