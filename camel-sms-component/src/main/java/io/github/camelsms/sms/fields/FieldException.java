package io.github.camelsms.sms.fields;

import io.github.camelsms.sms.tpdu.TpduException;
import java.util.OptionalInt;

/** A field that cannot be used: which, and what is wrong with it. */
public final class FieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private static final int NO_OCTET = -1;

    private final String field;
    private final String problem;

    /** An {@code int} that may be missing; an {@code OptionalInt} cannot be a field of what Java serializes. */
    private final int octet;

    public FieldException(String field, String problem) {
        super(field + ": " + problem);
        this.field = field;
        this.problem = problem;
        this.octet = NO_OCTET;
    }

    private FieldException(TpduException cause) {
        super(cause.getMessage(), cause);
        this.field = cause.field();
        this.problem = cause.problem();
        this.octet = cause.octet();
    }

    /** The same, said of the octets of a PDU. */
    static FieldException of(TpduException cause) {
        return new FieldException(cause);
    }

    /** The octet at which it was found, from 0, where the field was read from octets. */
    public OptionalInt octet() {
        return octet == NO_OCTET ? OptionalInt.empty() : OptionalInt.of(octet);
    }

    /** Path of the field, such as {@code addr.number} or {@code ies[1].data}. */
    public String field() {
        return field;
    }

    /** What is wrong. */
    public String problem() {
        return problem;
    }
}
