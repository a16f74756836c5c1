package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.tpdu.Address;
import io.github.camelsms.sms.tpdu.NumberingPlan;
import io.github.camelsms.sms.tpdu.TypeOfNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An address: {@code number} as people write it, {@code ton}, {@code npi}, and both as the octet {@code toa}. */
final class AddressFields {

    private AddressFields() {}

    static Map<String, Object> write(Address address) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("number", address.display());
        out.put("ton", address.typeOfNumber().value());
        out.put("npi", address.numberingPlan().value());
        out.put("toa", address.typeOfAddress());
        return out;
    }

    /** The address that must be there. */
    static Address required(Fields in, String name) {
        return read(in, name).orElseThrow(() -> in.fail(name, "is missing; write {\"number\":\"+15551234567\"}"));
    }

    /** An object, or the number alone. */
    static Optional<Address> read(Fields in, String name) {
        return in.isText(name)
                ? in.text(name).map(number -> in.checked(name, () -> Address.of(number)))
                : in.object(name).map(AddressFields::read);
    }

    private static Address read(Fields in) {
        String number = in.text("number").orElseThrow(() -> in.fail("number", "is missing"));
        Optional<Integer> toa = in.octet("toa");
        Optional<Integer> ton = in.integer("ton", 0, 7).or(() -> toa.map(octet -> octet >> 4 & 7));
        if (ton.isEmpty()) {
            return in.checked("number", () -> Address.of(number));
        }
        TypeOfNumber type = TypeOfNumber.ofTypeOfAddress(ton.get() << 4);
        NumberingPlan plan = in.integer("npi", 0, 15)
                .or(() -> toa)
                .map(NumberingPlan::ofTypeOfAddress)
                .orElse(type == TypeOfNumber.ALPHANUMERIC ? NumberingPlan.UNKNOWN : NumberingPlan.ISDN);
        boolean plus = type == TypeOfNumber.INTERNATIONAL && number.startsWith("+");
        return in.checked("number", () -> new Address(type, plan, plus ? number.substring(1) : number));
    }
}
