package io.github.camelsms.sms.tpdu;

import io.github.camelsms.sms.gsm7.NationalLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Values of the whole domain of each type, from a seed. */
public final class Generated {

    private final Random random;

    public Generated(long seed) {
        this.random = new Random(seed);
    }

    public int upTo(int highest) {
        return random.nextInt(highest + 1);
    }

    public byte[] array(int length) {
        byte[] array = new byte[length];
        random.nextBytes(array);
        return array;
    }

    public Octets octets(int length) {
        return Octets.of(array(length));
    }

    public Tpdu tpdu(Direction direction) {
        int type = upTo(2);
        if (direction == Direction.MOBILE_TERMINATED) {
            return type == 0 ? deliver() : type == 1 ? submitReport() : statusReport();
        }
        return type == 0 ? deliverReport() : type == 1 ? submit() : command();
    }

    public SmsDeliver deliver() {
        DataCodingScheme dcs = dataCodingScheme();
        UserData userData = userData(dcs, 140);
        return new SmsDeliver(
                firstOctet(random.nextBoolean() ? 0 : 3, userData),
                address(),
                protocolIdentifier(),
                dcs,
                timeStamp(),
                userData);
    }

    public SmsSubmit submit() {
        DataCodingScheme dcs = dataCodingScheme();
        UserData userData = userData(dcs, 140);
        Optional<ValidityPeriod> validity = optional(this::validityPeriod);
        return new SmsSubmit(
                firstOctet(1, userData)
                        .withValidityPeriodFormat(
                                validity.map(ValidityPeriod::format).orElse(0)),
                upTo(255),
                address(),
                protocolIdentifier(),
                dcs,
                validity,
                userData);
    }

    public SmsStatusReport statusReport() {
        Optional<ReportParameters> parameters = optional(this::parameters);
        return new SmsStatusReport(
                firstOctet(2, parameters),
                upTo(255),
                address(),
                timeStamp(),
                timeStamp(),
                new TpStatus(upTo(255)),
                parameters);
    }

    public SmsDeliverReport deliverReport() {
        ReportParameters parameters = parameters();
        return new SmsDeliverReport(firstOctet(0, Optional.of(parameters)), optional(this::failureCause), parameters);
    }

    public SmsSubmitReport submitReport() {
        ReportParameters parameters = parameters();
        return new SmsSubmitReport(
                firstOctet(1, Optional.of(parameters)), optional(this::failureCause), timeStamp(), parameters);
    }

    public SmsCommand command() {
        return new SmsCommand(
                new FirstOctet(upTo(63) << 2 | 2),
                upTo(255),
                protocolIdentifier(),
                upTo(255),
                upTo(255),
                address(),
                octets(upTo(SmsCommand.MAX_OCTETS)));
    }

    public Address address() {
        TypeOfNumber type = TypeOfNumber.ofTypeOfAddress(upTo(255));
        NumberingPlan plan = NumberingPlan.ofTypeOfAddress(upTo(255));
        if (type != TypeOfNumber.ALPHANUMERIC) {
            return new Address(type, plan, text("0123456789*#abc", upTo(20)));
        }
        String name = text("@£$¥èéùìòÇØøÅåΔ_ΦΓ !\"#¤%&'()*+,-./09:;<=>?¡AZÄÖÑÜ§¿azäöñüà\r\n", upTo(11));
        boolean ambiguous = name.length() == 8 && name.endsWith("@");
        return new Address(type, plan, ambiguous ? name.substring(1) : name);
    }

    public UserData userData(DataCodingScheme dcs, int maxOctets) {
        Optional<UserDataHeader> header = optional(this::header);
        int room = maxOctets - header.map(UserDataHeader::octetLength).orElse(0);
        return switch (dcs.userDataAlphabet()) {
            case GSM7 -> {
                byte[] septets = array(upTo(Math.max(0, (room * 8 - 6) / 7)));
                for (int i = 0; i < septets.length; i++) {
                    septets[i] &= 0x7F;
                }
                yield new UserData(header, Alphabet.GSM7, Octets.of(septets));
            }
            case OCTETS, UCS2 -> new UserData(header, dcs.userDataAlphabet(), octets(upTo(room)));
        };
    }

    public UserDataHeader header() {
        List<InformationElement> elements = new ArrayList<>();
        int count = upTo(4);
        for (int i = 0; i < count; i++) {
            elements.add(element());
        }
        return new UserDataHeader(elements);
    }

    private InformationElement element() {
        return switch (upTo(5)) {
            case 0 -> {
                int bits = random.nextBoolean() ? 8 : 16;
                int total = 1 + upTo(254);
                yield new Concatenation(bits, upTo((1 << bits) - 1), total, 1 + upTo(total - 1)).toElement();
            }
            case 1 -> {
                int bits = random.nextBoolean() ? 8 : 16;
                yield new Ports(bits, upTo((1 << bits) - 1), upTo((1 << bits) - 1)).toElement();
            }
            case 2 ->
                new InformationElement(
                        random.nextBoolean() ? InformationElement.SINGLE_SHIFT : InformationElement.LOCKING_SHIFT,
                        Octets.of((byte) upTo(NationalLanguage.values().length)));
            default -> new InformationElement(upTo(255), octets(upTo(20)));
        };
    }

    public ValidityPeriod validityPeriod() {
        return switch (upTo(2)) {
            case 0 -> new ValidityPeriod.Relative(upTo(255));
            case 1 -> new ValidityPeriod.Absolute(timeStamp());
            default -> new ValidityPeriod.Enhanced(octets(7));
        };
    }

    public String text(String characters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(upTo(characters.length() - 1)));
        }
        return text.toString();
    }

    private ReportParameters parameters() {
        Optional<DataCodingScheme> dcs = optional(this::dataCodingScheme);
        return new ReportParameters(
                optional(this::protocolIdentifier),
                dcs,
                optional(() -> userData(dcs.orElse(DataCodingScheme.GSM7), 131)));
    }

    private FirstOctet firstOctet(int type, UserData userData) {
        return new FirstOctet(upTo(63) << 2 | type).withUserDataHeaderOf(userData);
    }

    private FirstOctet firstOctet(int type, Optional<ReportParameters> parameters) {
        FirstOctet any = new FirstOctet(upTo(63) << 2 | type);
        return parameters
                .flatMap(ReportParameters::userData)
                .map(any::withUserDataHeaderOf)
                .orElse(any);
    }

    private FailureCause failureCause() {
        return new FailureCause(8 + upTo(247));
    }

    private DataCodingScheme dataCodingScheme() {
        return new DataCodingScheme(upTo(255));
    }

    private ProtocolIdentifier protocolIdentifier() {
        return new ProtocolIdentifier(upTo(255));
    }

    private ServiceCentreTimeStamp timeStamp() {
        return new ServiceCentreTimeStamp(octets(7));
    }

    private <T> Optional<T> optional(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }
}
