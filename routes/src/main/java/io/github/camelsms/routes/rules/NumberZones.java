package io.github.camelsms.routes.rules;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** Where a phone number is at home, as time zones: one, or all of its country where the number does not say more. */
final class NumberZones {

    private NumberZones() {}

    /**
     * The zones of a number.
     *
     * @param otherwise for numbers that no zone is known of
     */
    static List<ZoneId> of(String number, ZoneId otherwise) {
        try {
            String written = number.startsWith("+") ? number : "+" + number;
            List<ZoneId> zones =
                    PhoneNumberToTimeZonesMapper.getInstance()
                            .getTimeZonesForNumber(PhoneNumberUtil.getInstance().parse(written, null))
                            .stream()
                            .filter(name -> !name.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
                            .map(ZoneId::of)
                            .toList();
            return zones.isEmpty() ? List.of(otherwise) : zones;
        } catch (NumberParseException | DateTimeException e) {
            return List.of(otherwise);
        }
    }
}
