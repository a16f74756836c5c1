package io.github.camelsms.modem.session;

import io.github.camelsms.modem.at.AtCommandLine;
import io.github.camelsms.modem.channel.Channel;
import io.github.camelsms.modem.channel.ChannelOpener;
import io.github.camelsms.modem.channel.DeviceAddress;
import io.github.camelsms.modem.channel.SerialPorts;
import io.github.camelsms.modem.command.Command;
import io.github.camelsms.modem.command.Deadlines;
import io.github.camelsms.modem.command.SimCommands;
import io.github.camelsms.modem.profile.Profiles;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the line to a modem that is known by its own number or by that of its card: asks the modems behind the ports
 * that are there now. A port that is in use cannot be opened, so nobody is disturbed.
 */
public final class DeviceSearch implements ChannelOpener {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceSearch.class);
    private static final Deadlines SHORT =
            Deadlines.of(Duration.ofMillis(1500), Duration.ofSeconds(3), Duration.ofSeconds(3));

    private final DeviceAddress wanted;
    private final List<String> ports;
    private final Function<DeviceAddress, ChannelOpener> openers;

    /**
     * @param wanted by IMEI or ICCID
     * @param ports patterns of {@link SerialPorts#matching}; empty: all USB ports
     * @param openers how one of them is opened
     */
    public DeviceSearch(DeviceAddress wanted, List<String> ports, Function<DeviceAddress, ChannelOpener> openers) {
        this.wanted = wanted;
        this.ports = List.copyOf(ports);
        this.openers = openers;
    }

    @Override
    public Channel open() throws IOException {
        List<DeviceAddress> candidates = candidates();
        for (DeviceAddress candidate : candidates) {
            if (isBehind(candidate)) {
                LOG.info("Modem {} is at {}", wanted, candidate);
                return openers.apply(candidate).open();
            }
        }
        throw new IOException("There is no modem " + wanted + " at " + candidates
                + "; is it plugged in, and does the option ports name its port?");
    }

    private List<DeviceAddress> candidates() throws IOException {
        if (ports.isEmpty()) {
            return SerialPorts.ofUsbDevices();
        }
        List<DeviceAddress> found = new ArrayList<>();
        for (String pattern : ports) {
            found.addAll(SerialPorts.matching(pattern));
        }
        return found;
    }

    private boolean isBehind(DeviceAddress candidate) {
        try (OpenLine line = new OpenLine(openers.apply(candidate).open(), SHORT, unsolicited -> {})) {
            line.startReading("search " + candidate, () -> {});
            line.clear();
            line.probe();
            return wanted instanceof DeviceAddress.Imei imei
                    ? says(line, SimCommands.imei(), imei.digits())
                    : holds(line, (DeviceAddress.Iccid) wanted);
        } catch (IOException | ModemSilentException e) {
            LOG.debug("No modem answers at {}: {}", candidate, e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean holds(OpenLine line, DeviceAddress.Iccid iccid) throws InterruptedException {
        for (AtCommandLine command : Profiles.iccidCommands()) {
            if (says(line, SimCommands.iccid(command), iccid.digits())) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(OpenLine line, Command<String> command, String number) throws InterruptedException {
        return line.execute(command).value().filter(number::equalsIgnoreCase).isPresent();
    }
}
