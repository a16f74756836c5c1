package io.github.camelsms.sms.message;

import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.Alphabet;
import io.github.camelsms.sms.tpdu.SmsDeliver;
import java.util.Optional;

/**
 * What the parts of one received message have in common. Parts of different keys never mix; references of different
 * widths are different name spaces.
 *
 * @param originator as the network sent it
 * @param alphabet of the user data
 * @param referenceBits 8 or 16
 * @param total number of parts, 2 to 255
 */
public record PartKey(Address originator, Alphabet alphabet, int referenceBits, int reference, int total) {

    /** The key of a part; empty for a message of one part, and where the concatenation element is invalid. */
    public static Optional<PartKey> of(SmsDeliver deliver) {
        return deliver.userData()
                .concatenation()
                .filter(concatenation -> concatenation.total() > 1)
                .map(concatenation -> new PartKey(
                        deliver.originator(),
                        deliver.userData().alphabet(),
                        concatenation.referenceBits(),
                        concatenation.reference(),
                        concatenation.total()));
    }

    /** The key as one line without blanks at its ends, equal for equal keys: a column of a store. */
    public String line() {
        return originator.typeOfAddress() + ":" + originator.value() + "/" + alphabet + "/" + referenceBits + "/"
                + reference + "/" + total;
    }
}
