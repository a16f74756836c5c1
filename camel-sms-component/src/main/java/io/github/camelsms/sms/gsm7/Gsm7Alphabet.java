package io.github.camelsms.sms.gsm7;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A GSM 7 bit alphabet (3GPP TS 23.038, 6.2.1): a locking table whose characters take one septet, and a single shift
 * table whose characters take two, the escape 1B (hex) and a code.
 *
 * <p>Septets are handed over one per octet, values 0 to 127; {@link SeptetPacking} packs them. Instances are immutable
 * and shared.
 */
public final class Gsm7Alphabet {

    /** Septet that announces a character of the single shift table. */
    public static final int ESCAPE = 0x1B;

    /** Reserved cells, a lone escape and a doubled one are shown as this. */
    private static final char UNREADABLE = ' ';

    private static final short UNENCODABLE = -1;
    private static final int SHIFTED = 0x80;
    private static final short[] EMPTY_PAGE = page();
    private static final int LANGUAGES = NationalLanguage.values().length;
    private static final AtomicReferenceArray<Gsm7Alphabet> SHARED = new AtomicReferenceArray<>(LANGUAGES * LANGUAGES);

    /** The default alphabet with the default extension table. */
    public static final Gsm7Alphabet DEFAULT = of(NationalLanguage.DEFAULT, NationalLanguage.DEFAULT);

    private final NationalLanguage locking;
    private final NationalLanguage singleShift;

    /** Character of a septet; of an escape followed by a septet. Complete: every cell has a character to show. */
    private final char[] plain = new char[CharacterTable.SIZE];

    private final char[] shifted = new char[CharacterTable.SIZE];

    /** High octet of a UTF-16 unit, then low octet, to the septet, {@link #SHIFTED} added when an escape precedes. */
    private final short[][] pages = new short[256][];

    /** The page of most characters, without the way through the others. */
    private final short[] latin1;

    private Gsm7Alphabet(NationalLanguage locking, NationalLanguage singleShift) {
        this.locking = locking;
        this.singleShift = singleShift;
        Arrays.fill(pages, EMPTY_PAGE);
        char[] lockingCells = CharacterTable.locking(locking);
        char[] shiftCells = CharacterTable.singleShift(singleShift);
        for (int septet = 0; septet < CharacterTable.SIZE; septet++) {
            plain[septet] = lockingCells[septet] == CharacterTable.NONE ? UNREADABLE : lockingCells[septet];
            // A code that the single shift table lacks shows the character of the main table (6.2.1.1, note).
            shifted[septet] = shiftCells[septet] == CharacterTable.NONE ? plain[septet] : shiftCells[septet];
            enter(lockingCells[septet], septet);
        }
        for (int septet = 0; septet < CharacterTable.SIZE; septet++) {
            enter(shiftCells[septet], SHIFTED | septet);
        }
        latin1 = pages[0];
    }

    /** The alphabet made of two tables. */
    public static Gsm7Alphabet of(NationalLanguage locking, NationalLanguage singleShift) {
        int index = locking.identifier() * LANGUAGES + singleShift.identifier();
        Gsm7Alphabet known = SHARED.get(index);
        if (known == null) {
            known = new Gsm7Alphabet(locking, singleShift);
            SHARED.set(index, known);
        }
        return known;
    }

    public NationalLanguage locking() {
        return locking;
    }

    public NationalLanguage singleShift() {
        return singleShift;
    }

    /** How many septets the UTF-16 unit takes: 1, 2, or 0 when the alphabet does not have it. */
    public int septets(char unit) {
        int code = code(unit);
        return code < 0 ? 0 : code < SHIFTED ? 1 : 2;
    }

    /** Index of the first UTF-16 unit that the alphabet does not have; empty when it has all of them. */
    public OptionalInt firstUnencodable(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (code(text.charAt(i)) < 0) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /**
     * The septets of a text, one per octet.
     *
     * @throws IllegalArgumentException when the alphabet does not have a character, naming it and its index
     */
    public byte[] encode(CharSequence text) {
        return encodeIfPossible(text).orElseThrow(() -> {
            int at = firstUnencodable(text).orElseThrow();
            return new IllegalArgumentException(String.format(
                    "U+%04X at index %d is not in the GSM 7 bit alphabet", Character.codePointAt(text, at), at));
        });
    }

    /** The septets of a text, one per octet; empty when the alphabet does not have all of its characters. */
    public Optional<byte[]> encodeIfPossible(CharSequence text) {
        // One copy is cheaper than to ask a String for each of its characters.
        char[] units = text.toString().toCharArray();
        int length = units.length;
        byte[] septets = new byte[length];
        int count = 0;
        for (int i = 0; i < length; i++) {
            int code = code(units[i]);
            if (code < 0) {
                return Optional.empty();
            }
            // Room for this unit and, one septet each, for the rest: grown only when escapes eat it up.
            if (code >= SHIFTED) {
                if (count + 2 + (length - i - 1) > septets.length) {
                    septets = Arrays.copyOf(septets, Math.min(2 * length, septets.length + 8 + septets.length / 2));
                }
                septets[count++] = ESCAPE;
            }
            septets[count++] = (byte) (code & 0x7F);
        }
        return Optional.of(count == septets.length ? septets : Arrays.copyOf(septets, count));
    }

    /**
     * The text of septets, one per octet. Everything can be read: an unknown code after an escape gives the character
     * of the locking table, a doubled or a last escape and a reserved cell give a space.
     */
    public String decode(byte[] septets) {
        char[] text = new char[septets.length];
        int length = 0;
        // Up to the first escape, which mostly is the end, each septet is a character.
        for (; length < septets.length; length++) {
            int septet = septets[length] & 0x7F;
            if (septet == ESCAPE) {
                break;
            }
            text[length] = plain[septet];
        }
        for (int i = length; i < septets.length; i++) {
            int septet = septets[i] & 0x7F;
            if (septet != ESCAPE) {
                text[length++] = plain[septet];
            } else if (++i < septets.length) {
                text[length++] = shifted[septets[i] & 0x7F];
            } else {
                text[length++] = UNREADABLE;
            }
        }
        return new String(text, 0, length);
    }

    @Override
    public String toString() {
        return "GSM 7 bit, locking " + locking + ", single shift " + singleShift;
    }

    private int code(char unit) {
        return unit < latin1.length ? latin1[unit] : pages[unit >> 8][unit & 0xFF];
    }

    private void enter(char character, int code) {
        if (character == CharacterTable.NONE) {
            return;
        }
        int high = character >> 8;
        if (pages[high] == EMPTY_PAGE) {
            pages[high] = page();
        }
        // The shorter code wins, and of two equal cells the first.
        if (pages[high][character & 0xFF] == UNENCODABLE) {
            pages[high][character & 0xFF] = (short) code;
        }
    }

    private static short[] page() {
        short[] page = new short[256];
        Arrays.fill(page, UNENCODABLE);
        return page;
    }
}
