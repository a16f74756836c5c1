package io.github.camelsms.modem.command;

/**
 * How received messages are announced: the arguments of {@code AT+CNMI} (27.005, 3.4.1).
 *
 * @param mode 2: buffer while the line is busy
 * @param mt 1: store and announce by {@code +CMTI}; 2: hand out by {@code +CMT}
 * @param bm cell broadcast
 * @param ds status reports: 0 none, 1 hand out by {@code +CDS}, 2 store and announce by {@code +CDSI}
 * @param bfr 0: flush what was buffered
 */
public record Indication(int mode, int mt, int bm, int ds, int bfr) {

    static final int ANNOUNCED = 1;
    static final int HANDED_OUT = 2;

    /** Whether a message is not kept by the modem, so that it is lost when nobody takes it. */
    public boolean handsOut() {
        return mt == HANDED_OUT;
    }

    @Override
    public String toString() {
        return mode + "," + mt + "," + bm + "," + ds + "," + bfr;
    }
}
