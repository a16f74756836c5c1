package io.github.camelsms.routes.imports.icewarp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A line of {@code sms.dat}:
 * {@code user:password:gateway:description:maxsend:sent:lastsent:prevsent:expire:inactive}.
 *
 * @param doubt what has to be looked at, because the line has more colons than it should
 */
record SmsDatLine(
        String user,
        String password,
        String gateway,
        String description,
        String maxSend,
        String sent,
        String lastSent,
        String previous,
        String expire,
        String inactive,
        Optional<String> doubt) {

    private static final int FIELDS = 10;
    private static final int TEXTS = 4;

    /**
     * Takes a line apart. The last six fields are numbers and the first one is a name, so that further colons belong to
     * password or description; a gateway that is known stands between the two.
     *
     * @throws IllegalArgumentException when the line cannot be taken apart
     */
    static SmsDatLine parse(String line, Set<String> gateways) {
        List<String> fields = List.of(line.split(":", -1));
        if (fields.size() < FIELDS) {
            // what stands first in what is left of a line may be a password
            throw new IllegalArgumentException("the line has less than ten fields with colons between");
        }
        int numbers = fields.size() - (FIELDS - TEXTS);
        if (numbers == TEXTS) {
            return of(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields, numbers, Optional.empty());
        }
        List<Integer> known = new ArrayList<>();
        for (int i = 2; i < numbers - 1; i++) {
            if (gateways.contains(fields.get(i))) {
                known.add(i);
            }
        }
        if (known.size() != 1) {
            throw new IllegalArgumentException("the line has " + (fields.size() - FIELDS)
                    + " colons more than it should; which belong to the password cannot be known");
        }
        int at = known.get(0);
        return of(
                fields.get(0),
                String.join(":", fields.subList(1, at)),
                fields.get(at),
                String.join(":", fields.subList(at + 1, numbers)),
                fields,
                numbers,
                Optional.of("there are more colons than fields: the password was taken up to the gateway, try it"));
    }

    private static SmsDatLine of(
            String user,
            String password,
            String gateway,
            String description,
            List<String> fields,
            int numbers,
            Optional<String> doubt) {
        return new SmsDatLine(
                user,
                password,
                gateway,
                description,
                fields.get(numbers).strip(),
                fields.get(numbers + 1).strip(),
                fields.get(numbers + 2).strip(),
                fields.get(numbers + 3).strip(),
                fields.get(numbers + 4).strip(),
                fields.get(numbers + 5).strip(),
                doubt);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SmsDatLine[" + user + "]";
    }
}
