package io.github.camelsms.sms.routing;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Who carries a message, and why the others do not.
 *
 * @param order the gateways, the one to be asked first in front
 * @param refused the others
 */
public record Decision(List<Candidate> order, List<Refused> refused) {

    /** A gateway that does not carry this message. */
    public record Refused(String gateway, String reason) {

        public Refused {
            Objects.requireNonNull(gateway, "gateway");
            Objects.requireNonNull(reason, "reason");
        }
    }

    public Decision {
        order = List.copyOf(order);
        refused = List.copyOf(refused);
    }

    /** Ids in order, at most so many. */
    public List<String> gateways(int most) {
        return order.stream().limit(most).map(Candidate::gateway).toList();
    }

    /** Why there is none, in one line. */
    public String reasons() {
        return refused.isEmpty()
                ? "no gateway is set up for routing"
                : refused.stream()
                        .map(each -> each.gateway() + " " + each.reason())
                        .collect(Collectors.joining("; "));
    }
}
