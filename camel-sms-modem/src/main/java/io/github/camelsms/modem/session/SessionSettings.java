package io.github.camelsms.modem.session;

import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.channel.SerialSettings;
import io.github.camelsms.modem.command.Deadlines;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a session is told about its device.
 *
 * @param serviceCentre number of the service centre; empty: the one on the SIM
 * @param pollInterval how often the storage is listed for received messages
 * @param checkInterval how long a modem may be idle until it is asked whether it is still there
 * @param stateDirectory where the fate of PINs is remembered
 */
public record SessionSettings(
        DeviceAddress device,
        SerialSettings serial,
        Optional<Pin> pin,
        Optional<String> serviceCentre,
        Duration pollInterval,
        Duration checkInterval,
        Duration commandTimeout,
        Duration sendTimeout,
        Path stateDirectory,
        WireTrace wireTrace,
        SessionPolicy policy) {

    /** Whether what goes over the line is written to the log, masked. */
    public enum WireTrace {
        OFF,
        ON
    }

    public SessionSettings {
        Objects.requireNonNull(device, "device");
        Objects.requireNonNull(serial, "serial");
        Objects.requireNonNull(pin, "pin");
        Objects.requireNonNull(stateDirectory, "stateDirectory");
        Objects.requireNonNull(wireTrace, "wireTrace");
        Objects.requireNonNull(policy, "policy");
        serviceCentre.filter(number -> !number.matches("\\+?\\d{3,20}")).ifPresent(number -> {
            throw new IllegalArgumentException(
                    "smsc is the number of a service centre, such as +15550100000, not '" + number + "'");
        });
        positive("pollInterval", pollInterval);
        positive("checkInterval", checkInterval);
        positive("commandTimeout", commandTimeout);
        positive("sendTimeout", sendTimeout);
    }

    /** The settings of a device that nothing else is said about. */
    public static SessionSettings of(DeviceAddress device) {
        return new SessionSettings(
                device,
                SerialSettings.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(16),
                Duration.ofSeconds(20),
                Path.of("data", "modem"),
                WireTrace.OFF,
                SessionPolicy.DEFAULT);
    }

    /** The same with another policy. */
    public SessionSettings with(SessionPolicy newPolicy) {
        return new SessionSettings(
                device,
                serial,
                pin,
                serviceCentre,
                pollInterval,
                checkInterval,
                commandTimeout,
                sendTimeout,
                stateDirectory,
                wireTrace,
                newPolicy);
    }

    private static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " is a positive time, not " + value);
        }
    }

    /** What the modem itself knows comes at once or not at all, so it gets a quarter of the time. */
    public Deadlines deadlines() {
        return Deadlines.of(commandTimeout.dividedBy(4), commandTimeout, sendTimeout);
    }

    /** Puts together what two endpoints say of one device: an option that only one of them sets is set for both. */
    public SessionSettings mergedWith(SessionSettings other) {
        SessionSettings unset = of(device);
        return new SessionSettings(
                device,
                new SerialSettings(
                        merged("baudRate", serial.baudRate(), other.serial.baudRate(), unset.serial.baudRate()),
                        merged(
                                "flowControl",
                                serial.flowControl(),
                                other.serial.flowControl(),
                                unset.serial.flowControl())),
                merged("pin", pin, other.pin, unset.pin),
                merged("smsc", serviceCentre, other.serviceCentre, unset.serviceCentre),
                merged("pollInterval", pollInterval, other.pollInterval, unset.pollInterval),
                merged("checkInterval", checkInterval, other.checkInterval, unset.checkInterval),
                merged("commandTimeout", commandTimeout, other.commandTimeout, unset.commandTimeout),
                merged("sendTimeout", sendTimeout, other.sendTimeout, unset.sendTimeout),
                merged("stateDirectory", stateDirectory, other.stateDirectory, unset.stateDirectory),
                wireTrace == WireTrace.ON ? wireTrace : other.wireTrace,
                new SessionPolicy(
                        merged("powerCommand", policy.power(), other.policy.power(), unset.policy.power()),
                        merged("onSimChange", policy.simChange(), other.policy.simChange(), unset.policy.simChange()),
                        merged("ports", policy.ports(), other.policy.ports(), unset.policy.ports()),
                        merged("profile", policy.profile(), other.policy.profile(), unset.policy.profile()),
                        merged("errorClasses", policy.errors(), other.policy.errors(), unset.policy.errors())));
    }

    private <T> T merged(String option, T mine, T theirs, T unset) {
        if (mine.equals(theirs) || theirs.equals(unset)) {
            return mine;
        }
        if (mine.equals(unset)) {
            return theirs;
        }
        throw new IllegalArgumentException("Two endpoints of modem " + device + " give different values for option "
                + option + "; a device has one session, so give it once or the same to both");
    }
}
