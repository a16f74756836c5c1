package io.github.camelsms.sms.camel;

import io.github.camelsms.sms.address.PhoneNumber;
import io.github.camelsms.sms.store.SmsRejectedException;
import io.github.camelsms.sms.store.SmsRejectedException.Code;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Message;

/** Who a message is for: the header {@code CamelSmsTo}, a list or a text with commas. */
public final class Recipients {

    private Recipients() {}

    /**
     * The numbers, in order.
     *
     * @throws SmsRejectedException when there is none, or one is no number
     */
    public static List<PhoneNumber> of(Message in) {
        Object header = in.getHeader(SmsConstants.TO);
        List<PhoneNumber> recipients = new ArrayList<>();
        if (header instanceof Collection<?> several) {
            several.forEach(number -> recipients.add(number(String.valueOf(number))));
        } else if (header != null) {
            String list = header.toString();
            for (String number : list.split(",", -1)) {
                // A blank in front of the list is a plus that a URL decoder took; behind a comma it is a blank.
                recipients.add(number(recipients.isEmpty() ? number : number.strip()));
            }
        }
        if (recipients.isEmpty()) {
            throw new SmsRejectedException(
                    Code.MISSING_PARAM, "There is no recipient; set the header " + SmsConstants.TO);
        }
        return recipients;
    }

    /** Sets who a message is for. */
    public static void write(Message message, List<PhoneNumber> numbers) {
        message.setHeader(
                SmsConstants.TO, numbers.stream().map(PhoneNumber::value).collect(Collectors.joining(",")));
    }

    private static PhoneNumber number(String written) {
        try {
            return PhoneNumber.parse(written);
        } catch (IllegalArgumentException e) {
            throw new SmsRejectedException(Code.BAD_NUMBER, e.getMessage(), e);
        }
    }
}
