package io.github.camelsms.modem.command;

import io.github.camelsms.modem.at.FinalResult;
import java.util.Locale;
import java.util.Objects;

/**
 * An error that a modem answered with.
 *
 * @param code short and stable: {@code cms-38}, {@code cme-14}, {@code error}
 * @param text for a person
 */
public record ModemError(String code, ErrorClass errorClass, String text) {

    public ModemError {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(errorClass, "errorClass");
        Objects.requireNonNull(text, "text");
    }

    /** Looks the result up. An unknown or missing code is temporary: retries end it, where need be. */
    public static ModemError of(FinalResult result) {
        return switch (result.kind()) {
            case CMS_ERROR -> coded("cms", ErrorTable.CMS, result);
            case CME_ERROR -> coded("cme", ErrorTable.CME, result);
            default -> new ModemError("error", ErrorClass.TEMPORARY, result.text());
        };
    }

    private static ModemError coded(String prefix, ErrorTable table, FinalResult result) {
        if (result.code().isEmpty()) {
            return new ModemError(prefix + "-unknown", byText(result.text()), result.text());
        }
        int code = result.code().getAsInt();
        return table.find(code)
                .map(entry -> new ModemError(prefix + "-" + code, entry.errorClass(), entry.text()))
                .orElseGet(() -> new ModemError(prefix + "-" + code, ErrorClass.TEMPORARY, "unknown error code"));
    }

    /** Modems that ignore {@code CMEE=1} give words; the ones that a person must care for are told apart. */
    private static ErrorClass byText(String text) {
        String words = text.toUpperCase(Locale.ROOT);
        if (words.contains("SIM") && !words.contains("BUSY")) {
            return ErrorClass.SIM;
        }
        return words.contains("SMSC") ? ErrorClass.CONFIG : ErrorClass.TEMPORARY;
    }

    /** Whether it is this code of 27.007. */
    public boolean isCme(int number) {
        return code.equals("cme-" + number);
    }

    /** Whether it is this code of 27.005. */
    public boolean isCms(int number) {
        return code.equals("cms-" + number);
    }

    /** For a person: code and meaning. */
    public String describe() {
        return code.equals("error") ? text : code + " (" + text + ")";
    }
}
