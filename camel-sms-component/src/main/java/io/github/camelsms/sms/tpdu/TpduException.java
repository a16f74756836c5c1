package io.github.camelsms.sms.tpdu;

/**
 * Octets that cannot be read as a TPDU. The text names the path of the field, the octet counted from 0 at the first
 * octet of the TPDU, and what is wrong, such as {@code SmsDeliver.userData.header[1].length at 23: …}.
 */
public final class TpduException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final int octet;
    private final String problem;

    public TpduException(String field, int octet, String problem) {
        super(field + " at " + octet + ": " + problem);
        this.field = field;
        this.octet = octet;
        this.problem = problem;
    }

    /** Path of the field, such as {@code SmsDeliver.originator.length}. */
    public String field() {
        return field;
    }

    /** Where the field is or should be, from 0. */
    public int octet() {
        return octet;
    }

    /** What is wrong. */
    public String problem() {
        return problem;
    }
}
