package io.github.camelsms.sms.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The numbering plans of the world (ITU-T E.164 and the national ones), as seen from a home country or from none: how a
 * number is written internationally, what it is, and whose it is. The plans are those of libphonenumber; only this class
 * knows that.
 */
public final class NumberPlan {

    /** No network takes more digits than these for a number of its own services. */
    private static final int LONGEST_SHORT_CODE = 6;

    private static final String NOWHERE = "ZZ";

    private final PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    private final ShortNumberInfo shortNumbers = ShortNumberInfo.getInstance();
    private final String home;

    private NumberPlan(String home) {
        this.home = home;
    }

    /** Where no country is home: a number without {@code +} stays what it is. */
    public static NumberPlan withoutHome() {
        return new NumberPlan(NOWHERE);
    }

    /**
     * Seen from a country: a number without {@code +} is one of its own.
     *
     * @param country ISO 3166-1 alpha-2, in any case
     * @throws IllegalArgumentException when no such country has a plan
     */
    public static NumberPlan ofHome(String country) {
        String code = Objects.requireNonNull(country, "country").toUpperCase(Locale.ROOT);
        if (!countries().contains(code)) {
            throw new IllegalArgumentException("a country is two letters of ISO 3166-1, such as CZ or US");
        }
        return new NumberPlan(code);
    }

    /** All countries that have a plan, ISO 3166-1 alpha-2. */
    public static Set<String> countries() {
        return PhoneNumberUtil.getInstance().getSupportedRegions();
    }

    /** The country that numbers without {@code +} belong to. */
    public Optional<String> home() {
        return home.equals(NOWHERE) ? Optional.empty() : Optional.of(home);
    }

    /** Digits after {@code +} that all numbers of a country begin with, such as 420; several countries may share them. */
    public static int callingCode(String country) {
        return PhoneNumberUtil.getInstance().getCountryCodeForRegion(country);
    }

    /** The country, or the main one of the countries, whose numbers begin with these digits after {@code +}. */
    public static Optional<String> mainCountry(int callingCode) {
        return Optional.of(PhoneNumberUtil.getInstance().getRegionCodeForCountryCode(callingCode))
                .filter(countries()::contains);
    }

    /** The number as it is written internationally, with {@code +}; a short code and what no plan explains stay. */
    public PhoneNumber international(PhoneNumber number) {
        return facts(number).number();
    }

    /** What is known of a number. */
    public NumberFacts facts(PhoneNumber number) {
        String written = number.value();
        boolean international = written.startsWith("+");
        if (!international && !isShort(number) && !isInUse(written, home) && isInUse("+" + written, NOWHERE)) {
            // the plus that clients of many providers leave out
            return facts(new PhoneNumber("+" + written));
        }
        Phonenumber.PhoneNumber parsed;
        try {
            parsed = plans.parse(written, international ? NOWHERE : home);
        } catch (NumberParseException e) {
            return international ? unknown(number) : isShort(number) ? shortCode(number) : unknown(number);
        }
        if (!international && isShort(number) && !plans.isValidNumber(parsed)) {
            return shortCode(number);
        }
        // what nobody can have is not guessed at, but a number of the right length is one of the home country
        boolean known = plans.isValidNumber(parsed) || (!international && isWhole(parsed));
        return new NumberFacts(known ? e164(parsed).orElse(number) : number, kind(parsed), country(parsed));
    }

    private boolean isInUse(String written, String region) {
        try {
            return plans.isValidNumber(plans.parse(written, region));
        } catch (NumberParseException e) {
            return false;
        }
    }

    /** Whether these are all digits of a national number, not those that are dialled within a town. */
    private boolean isWhole(Phonenumber.PhoneNumber parsed) {
        return plans.isPossibleNumberWithReason(parsed) == ValidationResult.IS_POSSIBLE;
    }

    private boolean isShort(PhoneNumber number) {
        if (number.value().length() <= LONGEST_SHORT_CODE) {
            return true;
        }
        try {
            return home().isPresent()
                    && shortNumbers.isValidShortNumberForRegion(plans.parse(number.value(), home), home);
        } catch (NumberParseException e) {
            return false;
        }
    }

    private NumberFacts shortCode(PhoneNumber number) {
        return new NumberFacts(number, NumberKind.SHORT_CODE, home());
    }

    private static NumberFacts unknown(PhoneNumber number) {
        return new NumberFacts(number, NumberKind.UNKNOWN, Optional.empty());
    }

    private Optional<PhoneNumber> e164(Phonenumber.PhoneNumber parsed) {
        String written = plans.format(parsed, PhoneNumberFormat.E164);
        // a plan may allow more digits than E.164 has
        return written.length() <= 16 ? Optional.of(new PhoneNumber(written)) : Optional.empty();
    }

    private Optional<String> country(Phonenumber.PhoneNumber parsed) {
        String region = plans.getRegionCodeForNumber(parsed);
        if (region == null) {
            // in no range that is in use: the country that has most of them
            region = plans.getRegionCodeForCountryCode(parsed.getCountryCode());
        }
        return Optional.of(region).filter(code -> !code.equals(NOWHERE));
    }

    private NumberKind kind(Phonenumber.PhoneNumber parsed) {
        return switch (plans.getNumberType(parsed)) {
            case MOBILE -> NumberKind.MOBILE;
            case FIXED_LINE -> NumberKind.FIXED_LINE;
            case FIXED_LINE_OR_MOBILE -> NumberKind.FIXED_LINE_OR_MOBILE;
            case TOLL_FREE -> NumberKind.TOLL_FREE;
            case PREMIUM_RATE -> NumberKind.PREMIUM_RATE;
            case SHARED_COST -> NumberKind.SHARED_COST;
            case VOIP -> NumberKind.VOIP;
            case PERSONAL_NUMBER -> NumberKind.PERSONAL;
            case PAGER -> NumberKind.PAGER;
            case UAN -> NumberKind.UAN;
            case VOICEMAIL -> NumberKind.VOICEMAIL;
            default -> NumberKind.UNKNOWN;
        };
    }
}
