package io.github.camelsms.modem.camel;

/** Headers of {@code gsmmodem:} beside those of {@code sms:}. */
public final class GsmModemConstants {

    /** An {@link Operation} or its name in any case; wins over the option. */
    public static final String OPERATION = "CamelGsmModemOperation";

    private GsmModemConstants() {}
}
