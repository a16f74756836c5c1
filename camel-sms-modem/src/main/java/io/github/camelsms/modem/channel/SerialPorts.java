package io.github.camelsms.modem.channel;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The serial ports that are there now. */
public final class SerialPorts {

    private SerialPorts() {}

    /** Those of USB devices, in the order of their names. Others are left alone: no modem need be behind them. */
    public static List<DeviceAddress> ofUsbDevices() {
        if (UsbPorts.OF_THIS_MACHINE.areTold()) {
            return UsbPorts.OF_THIS_MACHINE.all();
        }
        return usb().map(SerialPorts::address).toList();
    }

    /** The first port of a USB device. */
    public static Optional<DeviceAddress> find(DeviceAddress.Usb device) {
        if (UsbPorts.OF_THIS_MACHINE.areTold()) {
            return UsbPorts.OF_THIS_MACHINE.find(device);
        }
        return usb().filter(port -> port.getVendorID() == device.vendor() && port.getProductID() == device.product())
                .filter(port -> device.serial().isEmpty() || device.serial().equals(port.getSerialNumber()))
                .map(SerialPorts::address)
                .findFirst();
    }

    private static Stream<SerialPort> usb() {
        return Arrays.stream(SerialPort.getCommPorts())
                .filter(port -> port.getVendorID() > 0)
                .sorted((a, b) -> a.getSystemPortPath().compareTo(b.getSystemPortPath()));
    }

    private static DeviceAddress address(SerialPort port) {
        return new DeviceAddress.Serial(port.getSystemPortPath());
    }

    /**
     * The devices that fit a pattern in the form of a path, such as {@code /dev/ttyUSB*}, in the order of their names.
     * Anything without an asterisk is one device, whether it is there or not.
     */
    public static List<DeviceAddress> matching(String pattern) throws IOException {
        Path path = Path.of(pattern.contains("*") ? pattern : "/");
        if (path.getFileName() == null || path.getParent() == null) {
            return List.of(DeviceAddress.parse(pattern));
        }
        List<DeviceAddress> found = new ArrayList<>();
        if (Files.isDirectory(path.getParent())) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(
                    path.getParent(), path.getFileName().toString())) {
                files.forEach(file -> found.add(new DeviceAddress.Serial(file.toString())));
            }
        }
        found.sort((a, b) -> a.toString().compareTo(b.toString()));
        return found;
    }
}
