package io.github.camelsms.sms.message;

import io.github.camelsms.sms.gsm7.Gsm7Alphabet;
import io.github.camelsms.sms.gsm7.NationalLanguage;
import io.github.camelsms.sms.tpdu.InformationElement;
import io.github.camelsms.sms.tpdu.Octets;
import io.github.camelsms.sms.tpdu.UserDataHeader;
import java.util.ArrayList;
import java.util.List;

/**
 * The GSM 7 bit alphabets in which a text may be sent, and the elements that tell them to the receiver (3GPP TS 23.040,
 * 9.2.3.24.15 and 9.2.3.24.16).
 *
 * @param given the elements that the sender wants in every part
 * @param alphabets at least one; the default one, which needs no element, comes first
 */
record Gsm7Candidates(List<InformationElement> given, List<Gsm7Alphabet> alphabets) {

    private static final List<Gsm7Alphabet> DEFAULT_ALONE = List.of(Gsm7Alphabet.DEFAULT);

    /** A sender who names tables in his own elements has chosen; else the options say which may be used. */
    static Gsm7Candidates of(List<InformationElement> given, SegmentationOptions options) {
        if (namesTables(given)) {
            return new Gsm7Candidates(given, List.of(new UserDataHeader(given).gsm7Alphabet()));
        }
        if (options.locking() == NationalLanguage.DEFAULT && options.singleShift() == NationalLanguage.DEFAULT) {
            return new Gsm7Candidates(given, DEFAULT_ALONE);
        }
        List<Gsm7Alphabet> alphabets = new ArrayList<>(4);
        for (NationalLanguage locking : choices(options.locking())) {
            for (NationalLanguage singleShift : choices(options.singleShift())) {
                alphabets.add(Gsm7Alphabet.of(locking, singleShift));
            }
        }
        return new Gsm7Candidates(given, alphabets);
    }

    /** All elements of every part of a text in one of the alphabets. */
    List<InformationElement> elements(Gsm7Alphabet alphabet) {
        if (alphabet == Gsm7Alphabet.DEFAULT || namesTables(given)) {
            return given;
        }
        List<InformationElement> elements = new ArrayList<>(given);
        if (alphabet.singleShift() != NationalLanguage.DEFAULT) {
            elements.add(shift(InformationElement.SINGLE_SHIFT, alphabet.singleShift()));
        }
        if (alphabet.locking() != NationalLanguage.DEFAULT) {
            elements.add(shift(InformationElement.LOCKING_SHIFT, alphabet.locking()));
        }
        return elements;
    }

    /**
     * The first code point for which none of the alphabets will do. Where each lacks another one, it is that which the
     * best of them lacks.
     */
    int firstUnencodable(String text) {
        int furthest = 0;
        for (Gsm7Alphabet alphabet : alphabets) {
            furthest = Math.max(furthest, alphabet.firstUnencodable(text).orElseThrow());
        }
        return text.codePointAt(furthest);
    }

    private static boolean namesTables(List<InformationElement> elements) {
        for (InformationElement element : elements) {
            if (element.identifier() == InformationElement.SINGLE_SHIFT
                    || element.identifier() == InformationElement.LOCKING_SHIFT) {
                return true;
            }
        }
        return false;
    }

    private static List<NationalLanguage> choices(NationalLanguage language) {
        return language == NationalLanguage.DEFAULT
                ? List.of(NationalLanguage.DEFAULT)
                : List.of(NationalLanguage.DEFAULT, language);
    }

    private static InformationElement shift(int identifier, NationalLanguage language) {
        return new InformationElement(identifier, Octets.of((byte) language.identifier()));
    }
}
