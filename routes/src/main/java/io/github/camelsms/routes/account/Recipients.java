package io.github.camelsms.routes.account;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.camel.SmsConstants;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Message;

/** The numbers of the header {@code CamelSmsTo}: a list, or a text with commas. */
final class Recipients {

    private Recipients() {}

    /** None when the header is not there, which a later step refuses. */
    static List<PhoneNumber> of(Message message) {
        Object header = message.getHeader(SmsConstants.TO);
        List<String> written = new ArrayList<>();
        if (header instanceof Collection<?> several) {
            several.forEach(number -> written.add(String.valueOf(number)));
        } else if (header != null) {
            for (String number : header.toString().split(",", -1)) {
                // a blank in front of the list is a plus that a URL decoder took; behind a comma it is a blank
                written.add(written.isEmpty() ? number : number.strip());
            }
        }
        try {
            return written.stream().map(PhoneNumber::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new SmsRejectedException(Code.BAD_NUMBER, e.getMessage(), e);
        }
    }

    static void write(Message message, List<PhoneNumber> numbers) {
        message.setHeader(
                SmsConstants.TO, numbers.stream().map(PhoneNumber::value).collect(Collectors.joining(",")));
    }
}
