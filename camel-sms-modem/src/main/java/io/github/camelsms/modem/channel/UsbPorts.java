package io.github.camelsms.modem.channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The serial ports of USB devices as Linux tells them in {@code /sys/class/tty}: each leads to the interface of a USB
 * device, and above that is the device, in a directory that is named after its socket.
 */
public final class UsbPorts {

    /** Those of this machine. */
    public static final UsbPorts OF_THIS_MACHINE = new UsbPorts(Path.of("/sys"), Path.of("/dev"));

    private record Port(Path device, String socket, int vendor, int product, String serial) {}

    private final Path sys;
    private final Path dev;

    /**
     * @param sys where the system tells of its devices, {@code /sys}
     * @param dev where the devices are, {@code /dev}
     */
    public UsbPorts(Path sys, Path dev) {
        this.sys = sys;
        this.dev = dev;
    }

    /** Whether this system tells of its devices in this way. */
    boolean areTold() {
        return Files.isDirectory(sys.resolve("class/tty"));
    }

    /** All of them, in the order of their numbers. */
    public List<DeviceAddress> all() {
        return ports().stream().map(UsbPorts::address).toList();
    }

    /** The first port of a USB device. */
    public Optional<DeviceAddress> find(DeviceAddress.Usb wanted) {
        return ports().stream()
                .filter(port -> port.vendor() == wanted.vendor() && port.product() == wanted.product())
                .filter(port -> wanted.serial().isEmpty() || wanted.serial().equals(port.serial()))
                .map(UsbPorts::address)
                .findFirst();
    }

    /** The first port of whatever is plugged into a socket. */
    public Optional<DeviceAddress> find(DeviceAddress.UsbSocket wanted) {
        return ports().stream()
                .filter(port -> port.socket().equals(wanted.path()))
                .map(UsbPorts::address)
                .findFirst();
    }

    private static DeviceAddress address(Port port) {
        return new DeviceAddress.Serial(port.device().toString());
    }

    private List<Port> ports() {
        List<Port> ports = new ArrayList<>();
        try (DirectoryStream<Path> terminals = Files.newDirectoryStream(sys.resolve("class/tty"))) {
            for (Path terminal : terminals) {
                port(terminal).ifPresent(ports::add);
            }
        } catch (IOException e) {
            // there are none
            return List.of();
        }
        ports.sort(Comparator.comparing((Port port) -> port.device().toString().length())
                .thenComparing(port -> port.device().toString()));
        return ports;
    }

    private Optional<Port> port(Path terminal) {
        try {
            Path place = terminal.resolve("device").toRealPath();
            while (place != null && !Files.exists(place.resolve("idVendor"))) {
                place = place.getParent();
            }
            if (place == null) {
                return Optional.empty();
            }
            return Optional.of(new Port(
                    dev.resolve(terminal.getFileName().toString()),
                    place.getFileName().toString(),
                    Integer.parseInt(text(place, "idVendor"), 16),
                    Integer.parseInt(text(place, "idProduct"), 16),
                    text(place, "serial")));
        } catch (IOException | NumberFormatException e) {
            // it has no device, or that has just been pulled out
            return Optional.empty();
        }
    }

    private static String text(Path place, String name) throws IOException {
        Path file = place.resolve(name);
        return Files.exists(file)
                ? Files.readString(file, StandardCharsets.ISO_8859_1).strip()
                : "";
    }
}
