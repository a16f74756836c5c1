package io.github.camelsms.sms.message;

import io.github.camelsms.sms.gsm7.Gsm7Alphabet;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.UserData;
import java.util.Optional;

/**
 * A content in the alphabet that has been chosen for it. Places in it are counted in UTF-16 units of a text, in octets of
 * data; costs are counted in the units of the alphabet.
 */
sealed interface Payload {

    Alphabet alphabet();

    /** Number of places. */
    int length();

    /** What the places from {@code from} up to {@code to} cost. */
    int units(int from, int to);

    /** The last place where a part that begins at {@code start} may end, when it may cost {@code limit}, at least 2. */
    int end(int start, int limit);

    /** The user data of a part, without a header. */
    UserData userData(int from, int to);

    /** The text of a part; empty for data. */
    String text(int from, int to);

    /**
     * A text in septets.
     *
     * @param septets of the whole text: what most messages are sent as
     */
    record Gsm7(String text, Gsm7Alphabet table, Octets septets) implements Payload {

        @Override
        public Alphabet alphabet() {
            return Alphabet.GSM7;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public int units(int from, int to) {
            if (isWhole(from, to)) {
                return septets.length();
            }
            int cost = 0;
            for (int i = from; i < to; i++) {
                cost += table.septets(text.charAt(i));
            }
            return cost;
        }

        @Override
        public int end(int start, int limit) {
            int end = start;
            for (int free = limit; end < text.length(); end++) {
                free -= table.septets(text.charAt(end));
                if (free < 0) {
                    break;
                }
            }
            return ClusterBoundaries.lastBoundary(text, start, end);
        }

        @Override
        public UserData userData(int from, int to) {
            return isWhole(from, to)
                    ? new UserData(Optional.empty(), Alphabet.GSM7, septets)
                    : UserData.text(table, text.substring(from, to));
        }

        @Override
        public String text(int from, int to) {
            return text.substring(from, to);
        }

        private boolean isWhole(int from, int to) {
            return from == 0 && to == text.length();
        }
    }

    record Ucs2(String text) implements Payload {

        @Override
        public Alphabet alphabet() {
            return Alphabet.UCS2;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public int units(int from, int to) {
            return to - from;
        }

        @Override
        public int end(int start, int limit) {
            return ClusterBoundaries.lastBoundary(text, start, Math.min(text.length(), start + limit));
        }

        @Override
        public UserData userData(int from, int to) {
            return UserData.text(Alphabet.UCS2, text.substring(from, to));
        }

        @Override
        public String text(int from, int to) {
            return text.substring(from, to);
        }
    }

    record Data(Octets octets) implements Payload {

        @Override
        public Alphabet alphabet() {
            return Alphabet.OCTETS;
        }

        @Override
        public int length() {
            return octets.length();
        }

        @Override
        public int units(int from, int to) {
            return to - from;
        }

        @Override
        public int end(int start, int limit) {
            return Math.min(octets.length(), start + limit);
        }

        @Override
        public UserData userData(int from, int to) {
            return UserData.octets(octets.slice(from, to).toArray());
        }

        @Override
        public String text(int from, int to) {
            return "";
        }
    }
}
