package io.github.camelsms.routes.imports.kannel;

import io.github.camelsms.routes.imports.kannel.Smsc.Preference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The connections that have become gateways. */
final class Smscs {

    private final List<Smsc> all = new ArrayList<>();

    void add(Smsc smsc) {
        all.add(smsc);
    }

    List<Smsc> all() {
        return List.copyOf(all);
    }

    /**
     * The gateways that carry what an id was named for, those that prefer or expect it first: Kannel asks each connection, and
     * the name of a connection alone binds nothing.
     *
     * @throws IllegalArgumentException when no gateway does
     */
    String carrying(String id) {
        List<String> gateways = Stream.of(Preference.PREFERRED, Preference.EXPECTED, Preference.TAKEN)
                .flatMap(preference -> all.stream().filter(smsc -> smsc.of(id) == preference))
                .map(Smsc::gateway)
                .toList();
        if (gateways.isEmpty()) {
            throw new IllegalArgumentException("no connection that was imported carries what this id is named for");
        }
        return String.join(",", gateways);
    }
}
