package io.github.camelsms.modem.command;

import io.github.camelsms.modem.at.AtCommandLine;
import io.github.camelsms.modem.at.AtRequest;
import io.github.camelsms.modem.command.Command.Done;
import java.util.List;
import java.util.Optional;

/** How short messages are handled: format, service centre, storages, announcements. */
public final class SmsSetupCommands {

    private static final int INTERNATIONAL = 145;
    private static final int UNKNOWN = 129;

    private SmsSetupCommands() {}

    /** {@code AT+CMGF=0}: messages as PDUs (27.005, 3.2.3). */
    public static Command<Done> pduMode() {
        return Command.plain(d -> AtRequest.of(AtCommandLine.of("AT+CMGF=0"), d.quick()));
    }

    /** {@code AT+CSCA="…"}: the service centre (27.005, 3.3.1). */
    public static Command<Done> serviceCentre(String number) {
        return Command.plain(d -> AtRequest.of(
                AtCommandLine.of("AT+CSCA=").quoted(number).number(number.startsWith("+") ? INTERNATIONAL : UNKNOWN),
                d.reading()));
    }

    /** {@code AT+CSMS?}: 0, or 1 when messages that are handed out must be acknowledged (27.005, 3.2.1). */
    public static Command<Integer> messageService() {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of("AT+CSMS?"), d.quick()).answeredBy("+CSMS:"), lines -> lines.stream()
                        .flatMap(line -> Fields.of(line).number(0).stream().boxed())
                        .findFirst());
    }

    /** {@code AT+CSMS=1}: the network keeps what is handed out until it is acknowledged (27.005, 3.2.1). */
    public static Command<Done> acknowledgedService() {
        return Command.plain(d ->
                AtRequest.of(AtCommandLine.of("AT+CSMS=").number(1), d.quick()).answeredBy("+CSMS:"));
    }

    /** {@code AT+CPMS=?}: which storages there are (27.005, 3.2.2). */
    public static Command<StorageOffer> storageOffer() {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of("AT+CPMS=?"), d.quick()).answeredBy("+CPMS:"),
                lines -> lines.stream()
                        .map(Fields::of)
                        .map(SmsSetupCommands::offer)
                        .findFirst());
    }

    private static StorageOffer offer(Fields fields) {
        List<String> reading = group(fields, 0);
        return new StorageOffer(
                reading,
                fields.count() > 1 ? group(fields, 1) : reading,
                fields.count() > 2 ? group(fields, 2) : List.of());
    }

    private static List<String> group(Fields fields, int index) {
        return fields.text(index).map(Fields::strings).orElse(List.of());
    }

    /** {@code AT+CPMS?}: the storage that received messages go to. */
    public static Command<String> receivingStorage() {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of("AT+CPMS?"), d.reading()).answeredBy("+CPMS:"),
                lines -> lines.stream()
                        .map(Fields::of)
                        .flatMap(f -> f.text(6).or(() -> f.text(0)).stream())
                        .filter(text -> text.matches("[A-Z]{2}"))
                        .findFirst());
    }

    /** {@code AT+CPMS?}: how full the storage is that received messages go to. */
    public static Command<StorageUse> storageUse() {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of("AT+CPMS?"), d.reading()).answeredBy("+CPMS:"),
                lines -> lines.stream()
                        .map(Fields::of)
                        .flatMap(f -> use(f, 7).or(() -> use(f, 1)).stream())
                        .findFirst());
    }

    private static Optional<StorageUse> use(Fields fields, int at) {
        return fields.number(at).isPresent() && fields.number(at + 1).isPresent()
                ? Optional.of(new StorageUse(
                        fields.number(at).getAsInt(), fields.number(at + 1).getAsInt()))
                : Optional.empty();
    }

    /** {@code AT+CPMS="…"}: reads from this storage. */
    public static Command<Done> readFrom(String storage) {
        return storages(AtCommandLine.of("AT+CPMS=").quoted(storage));
    }

    /** {@code AT+CPMS="…","…","…"}: reads from, writes to and receives into these storages. */
    public static Command<Done> storages(String reading, String writing, String receiving) {
        return storages(
                AtCommandLine.of("AT+CPMS=").quoted(reading).quoted(writing).quoted(receiving));
    }

    private static Command<Done> storages(AtCommandLine line) {
        return Command.plain(d -> AtRequest.of(line, d.reading()).answeredBy("+CPMS:"));
    }

    /** {@code AT+CNMI=?}: how messages can be announced (27.005, 3.4.1). */
    public static Command<IndicationOffer> indicationOffer() {
        return new Command<>(
                d -> AtRequest.of(AtCommandLine.of("AT+CNMI=?"), d.quick()).answeredBy("+CNMI:"),
                lines -> lines.stream()
                        .map(Fields::of)
                        .map(Fields::values)
                        .map(IndicationOffer::new)
                        .findFirst());
    }

    /** {@code AT+CNMI=…}: announce messages like this. */
    public static Command<Done> announce(Indication indication) {
        AtCommandLine line = AtCommandLine.of("AT+CNMI=")
                .number(indication.mode())
                .number(indication.mt())
                .number(indication.bm())
                .number(indication.ds())
                .number(indication.bfr());
        return Command.plain(d -> AtRequest.of(line, d.quick()));
    }

    /** The storage and slot that {@code +CMTI:} or {@code +CDSI:} announces. */
    public static Optional<SlotReference> announced(String line) {
        Fields fields = Fields.of(line);
        return fields.text(0)
                .filter(storage -> storage.matches("[A-Z]{2}"))
                .filter(storage -> fields.number(1).isPresent())
                .map(storage -> new SlotReference(storage, fields.number(1).getAsInt()));
    }
}
