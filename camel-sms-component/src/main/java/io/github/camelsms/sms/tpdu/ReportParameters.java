package io.github.camelsms.sms.tpdu;

import java.util.Optional;

/**
 * What a report carries behind TP-PI, the parameter indicator (3GPP TS 23.040, 9.2.3.27). Each may be missing. User data
 * without a data coding scheme is in the GSM 7 bit default alphabet.
 */
public record ReportParameters(
        Optional<ProtocolIdentifier> protocolIdentifier,
        Optional<DataCodingScheme> dataCodingScheme,
        Optional<UserData> userData) {

    /** A parameter indicator that announces nothing. */
    public static final ReportParameters NONE =
            new ReportParameters(Optional.empty(), Optional.empty(), Optional.empty());

    private static final int PROTOCOL_IDENTIFIER = 0x01;
    private static final int DATA_CODING_SCHEME = 0x02;
    private static final int USER_DATA = 0x04;
    private static final int EXTENSION = 0x80;

    public ReportParameters {
        if (userData.isPresent()) {
            userData.get().requireAlphabetOf(dataCodingScheme.orElse(DataCodingScheme.GSM7));
        }
    }

    /** Octet TP-PI. */
    public int indicator() {
        return (protocolIdentifier.isPresent() ? PROTOCOL_IDENTIFIER : 0)
                | (dataCodingScheme.isPresent() ? DATA_CODING_SCHEME : 0)
                | (userData.isPresent() ? USER_DATA : 0);
    }

    static int indicator(OctetReader in) {
        int indicator = in.octet("parameterIndicator");
        for (int more = indicator; (more & EXTENSION) != 0; ) {
            more = in.octet("parameterIndicator");
        }
        return indicator;
    }

    static ReportParameters decode(OctetReader in, FirstOctet firstOctet, int indicator, int maxOctets) {
        Optional<ProtocolIdentifier> protocolIdentifier = (indicator & PROTOCOL_IDENTIFIER) != 0
                ? Optional.of(new ProtocolIdentifier(in.octet("protocolIdentifier")))
                : Optional.empty();
        Optional<DataCodingScheme> dataCodingScheme = (indicator & DATA_CODING_SCHEME) != 0
                ? Optional.of(new DataCodingScheme(in.octet("dataCodingScheme")))
                : Optional.empty();
        Optional<UserData> userData = (indicator & USER_DATA) != 0
                ? Optional.of(
                        UserData.decode(in, firstOctet, dataCodingScheme.orElse(DataCodingScheme.GSM7), maxOctets))
                : Optional.empty();
        return new ReportParameters(protocolIdentifier, dataCodingScheme, userData);
    }

    void encode(OctetWriter out) {
        if (protocolIdentifier.isPresent()) {
            out.octet(protocolIdentifier.get().octet());
        }
        if (dataCodingScheme.isPresent()) {
            out.octet(dataCodingScheme.get().octet());
        }
        if (userData.isPresent()) {
            userData.get().encode(out);
        }
    }

    /** Fails when the user data contradicts the first octet, or has more octets than the type of TPDU allows. */
    void requireFit(FirstOctet firstOctet, int maxOctets) {
        if (userData.isPresent()) {
            firstOctet.requireHeaderAsIn(userData.get());
            userData.get().requireAtMost(maxOctets);
        }
    }
}
