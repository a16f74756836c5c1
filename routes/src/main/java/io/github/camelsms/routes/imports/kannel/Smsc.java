package io.github.camelsms.routes.imports.kannel;

import io.github.camelsms.routes.imports.Section;
import java.util.Arrays;
import java.util.List;

/**
 * A connection of Kannel that has become a gateway.
 *
 * @param gateway our id for it
 * @param section what Kannel was told of it
 */
record Smsc(String gateway, Section section) {

    /** How a connection takes a message. */
    enum Preference {
        PREFERRED,
        /** It takes only what names such an id. */
        EXPECTED,
        TAKEN,
        REFUSED
    }

    /** What it does with messages for which that id was named; an empty id is none. */
    Preference of(String id) {
        boolean expects = section.value("allowed-smsc-id").isPresent();
        if ((expects && !names("allowed-smsc-id", id)) || names("denied-smsc-id", id)) {
            return Preference.REFUSED;
        }
        if (names("preferred-smsc-id", id)) {
            return Preference.PREFERRED;
        }
        return expects ? Preference.EXPECTED : Preference.TAKEN;
    }

    private boolean names(String directive, String id) {
        return !id.isEmpty() && ids(directive).contains(id);
    }

    private List<String> ids(String directive) {
        return section.value(directive).stream()
                .flatMap(value -> Arrays.stream(value.split(";", -1)))
                .map(String::strip)
                .toList();
    }
}
