package io.github.camelsms.modem.camel;

import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.channel.SerialSettings;
import io.github.camelsms.modem.command.ErrorClass;
import io.github.camelsms.modem.profile.Profiles;
import io.github.camelsms.modem.session.Pin;
import io.github.camelsms.modem.session.PowerHook;
import io.github.camelsms.modem.session.SessionPolicy;
import io.github.camelsms.modem.session.SessionSettings;
import io.github.camelsms.sms.address.PhoneNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the options of a modem, which are texts and may be missing, as the settings of its session. */
final class SessionOptions {

    private SessionOptions() {}

    /**
     * The settings for a device.
     *
     * @throws IllegalArgumentException naming the option that is wrong
     */
    static SessionSettings of(GsmModemConfiguration options, DeviceAddress device) {
        return new SessionSettings(
                device,
                new SerialSettings(options.getBaudRate(), options.getFlowControl()),
                text(options.getPin()).map(Pin::new),
                text(options.getSmsc()).map(PhoneNumber::parse).map(PhoneNumber::value),
                Duration.ofMillis(options.getPollInterval()),
                Duration.ofMillis(options.getCheckInterval()),
                Duration.ofMillis(options.getCommandTimeout()),
                Duration.ofMillis(options.getSendTimeout()),
                Path.of(options.getStateDirectory()),
                options.getWireTrace(),
                policy(options));
    }

    private static SessionPolicy policy(GsmModemConfiguration options) {
        SessionPolicy policy = SessionPolicy.DEFAULT
                .withPower(new PowerHook(words(options.getPowerCommand())))
                .withSimChange(options.getOnSimChange())
                .withPorts(items(options.getPorts()))
                .withErrors(items(options.getErrorClasses()).stream()
                        .map(item -> item.split(":", 2))
                        .collect(Collectors.toMap(item -> item[0], item -> errorClass(item))));
        return text(options.getProfileFile())
                .map(file -> Profiles.fromFile(Path.of(file)))
                .or(() -> text(options.getProfile()).map(Profiles::named))
                .map(policy::withProfile)
                .orElse(policy);
    }

    private static ErrorClass errorClass(String... item) {
        try {
            return ErrorClass.valueOf(item[item.length - 1].strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "errorClasses is a list such as cms-38:PERMANENT,cms-500:TEMPORARY with the classes "
                            + List.of(ErrorClass.values()) + ", not '" + String.join(":", item) + "'",
                    e);
        }
    }

    private static Optional<String> text(String option) {
        return Optional.ofNullable(option).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static List<String> items(String option) {
        return text(option).map(text -> List.of(text.split("\\s*,\\s*"))).orElse(List.of());
    }

    private static List<String> words(String option) {
        return text(option).map(text -> List.of(text.split("\\s+"))).orElse(List.of());
    }
}
