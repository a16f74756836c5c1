package io.github.camelsms.modem.simulator;

import java.util.List;
import java.util.Objects;

/**
 * What kind of modem is simulated.
 *
 * @param prompt the octets of the prompt
 * @param lineEnd what stands before and behind each line
 * @param storages names of the storages, the first one receives
 * @param slots slots of each storage
 * @param indications the answer to {@code AT+CNMI=?}; empty: the modem knows no CNMI
 * @param serviceCodes how it takes service codes (USSD) and gives the answers to them
 */
public record Personality(
        String manufacturer,
        String model,
        String prompt,
        String lineEnd,
        List<String> storages,
        int slots,
        String indications,
        ServiceCodes serviceCodes) {

    /** How service codes are written. */
    public enum ServiceCodes {
        /** As they are. */
        TEXT,
        /** In the hex digits of their packed septets, as with many Huawei modems. */
        PACKED
    }

    /** Keeps to the standards. */
    public static final Personality STANDARD = new Personality(
            "camel-sms",
            "simulator",
            "\r\n> ",
            "\r\n",
            List.of("SM", "ME"),
            50,
            "(0-2),(0-2),(0,2),(0-2),(0,1)",
            ServiceCodes.TEXT);

    public Personality {
        Objects.requireNonNull(manufacturer, "manufacturer");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(lineEnd, "lineEnd");
        storages = List.copyOf(storages);
        Objects.requireNonNull(indications, "indications");
        Objects.requireNonNull(serviceCodes, "serviceCodes");
        if (storages.isEmpty() || slots < 1) {
            throw new IllegalArgumentException("A simulated modem needs a storage with at least one slot");
        }
    }

    /** The same modem of another make. */
    public Personality withMake(String newManufacturer, String newModel) {
        return new Personality(newManufacturer, newModel, prompt, lineEnd, storages, slots, indications, serviceCodes);
    }

    /** The same modem, which takes service codes in this form. */
    public Personality withServiceCodes(ServiceCodes form) {
        return new Personality(manufacturer, model, prompt, lineEnd, storages, slots, indications, form);
    }

    /** The same modem with another prompt. */
    public Personality withPrompt(String newPrompt) {
        return new Personality(manufacturer, model, newPrompt, lineEnd, storages, slots, indications, serviceCodes);
    }

    /** The same modem with other line ends. */
    public Personality withLineEnd(String newLineEnd) {
        return new Personality(manufacturer, model, prompt, newLineEnd, storages, slots, indications, serviceCodes);
    }

    /** The same modem with other storages. */
    public Personality withStorages(int newSlots, String... names) {
        return new Personality(
                manufacturer, model, prompt, lineEnd, List.of(names), newSlots, indications, serviceCodes);
    }

    /** The same modem, which announces messages in these ways only. */
    public Personality withIndications(String newIndications) {
        return new Personality(manufacturer, model, prompt, lineEnd, storages, slots, newIndications, serviceCodes);
    }
}
