package io.github.camelsms.sms.store.jdbc;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gateways that messages wait for and nobody serves; said once when it begins and once when it is over. */
final class Unserved {

    private static final Logger LOG = LoggerFactory.getLogger(Unserved.class);

    private volatile Map<String, Long> last = Map.of();

    void are(Map<String, Long> now) {
        Set<String> began = new HashSet<>(now.keySet());
        began.removeAll(last.keySet());
        began.forEach(gateway -> LOG.warn(
                "{} messages wait for gateway {}, and no route sends for it: start one from"
                        + " sms:outgoing?gateway={}, or they expire",
                now.get(gateway),
                gateway,
                gateway));
        Set<String> over = new HashSet<>(last.keySet());
        over.removeAll(now.keySet());
        over.forEach(gateway -> LOG.info("No message waits any more for gateway {} without a route", gateway));
        last = Map.copyOf(now);
    }

    Map<String, Long> last() {
        return last;
    }
}
