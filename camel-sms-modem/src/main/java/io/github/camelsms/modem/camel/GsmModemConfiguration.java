package io.github.camelsms.modem.camel;

import io.github.camelsms.modem.channel.SerialSettings;
import io.github.camelsms.modem.channel.SerialSettings.FlowControl;
import io.github.camelsms.modem.session.SessionSettings.WireTrace;
import io.github.camelsms.modem.session.SimChange;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/** The options of a modem, as Camel sets them; {@link SessionOptions} reads them once. */
@UriParams
@Configurer
public class GsmModemConfiguration implements Cloneable {

    @UriParam(label = "security", secret = true)
    @Metadata(
            description = "PIN of the SIM, 4 to 8 digits. It is sent once to a card that asks for it; a card that has"
                    + " refused it never sees it again")
    private String pin;

    @UriParam
    @Metadata(description = "Number of the service centre; the one on the SIM is used if it is not set")
    private String smsc;

    @UriParam(defaultValue = "115200")
    @Metadata(description = "Speed of a serial line in bits per second; always 8 data bits, no parity, 1 stop bit")
    private int baudRate = SerialSettings.DEFAULT.baudRate();

    @UriParam(defaultValue = "NONE", enums = "NONE,RTS_CTS")
    @Metadata(description = "Flow control of a serial line")
    private FlowControl flowControl = FlowControl.NONE;

    @UriParam(label = "consumer", defaultValue = "15s", javaType = "java.time.Duration")
    @Metadata(description = "How often the storage of the modem is listed for messages that were not announced")
    private long pollInterval = 15_000;

    @UriParam(label = "advanced", defaultValue = "60s", javaType = "java.time.Duration")
    @Metadata(description = "How often the modem is asked whether it is there and registered in a network")
    private long checkInterval = 60_000;

    @UriParam(label = "advanced", defaultValue = "16s", javaType = "java.time.Duration")
    @Metadata(description = "How long the modem may take to answer a command")
    private long commandTimeout = 16_000;

    @UriParam(label = "producer,advanced", defaultValue = "20s", javaType = "java.time.Duration")
    @Metadata(
            description =
                    "How long the network may take to accept a message. What is not answered by then is uncertain:"
                            + " it may have been sent")
    private long sendTimeout = 20_000;

    @UriParam(label = "advanced", defaultValue = "data/modem")
    @Metadata(description = "Directory in which is remembered which PIN a card has refused")
    private String stateDirectory = "data/modem";

    @UriParam(label = "advanced", defaultValue = "OFF", enums = "OFF,ON")
    @Metadata(
            description = "Log what goes over the line, with PINs, numbers and messages masked, to the logger"
                    + " io.github.camelsms.modem.wire")
    private WireTrace wireTrace = WireTrace.OFF;

    @UriParam(label = "advanced,security")
    @Metadata(
            description = "Program that switches the power of the modem off and on, with its arguments, separated by"
                    + " blanks. It is run without a shell after each three openings of the line that led to nothing."
                    + " Without it the power is left alone")
    private String powerCommand;

    @UriParam(label = "security", defaultValue = "HOLD", enums = "HOLD,ALLOW")
    @Metadata(
            description =
                    "What to do when there is another SIM in the modem than before: send and receive nothing until"
                            + " a person has decided, or go on")
    private SimChange onSimChange = SimChange.HOLD;

    @UriParam(label = "advanced")
    @Metadata(
            description = "Devices among which imei: and iccid: are sought, separated by commas, such as /dev/ttyUSB*."
                    + " Without it all serial ports of USB devices are asked")
    private String ports;

    @UriParam(label = "advanced")
    @Metadata(
            description = "What kind of modem it is: generic, huawei, siemens, wavecom, quectel, sim7600, simcom, zte,"
                    + " telit or gateway-2n. Without it the modem is asked")
    private String profile;

    @UriParam(label = "advanced")
    @Metadata(description = "YAML file with a profile of your own")
    private String profileFile;

    @UriParam(label = "producer,advanced")
    @Metadata(
            description = "What error codes mean to you where that differs from the table, such as"
                    + " cms-38:PERMANENT,cms-500:TEMPORARY")
    private String errorClasses;

    public GsmModemConfiguration copy() {
        try {
            return (GsmModemConfiguration) clone();
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    public SimChange getOnSimChange() {
        return onSimChange;
    }

    public void setOnSimChange(SimChange onSimChange) {
        this.onSimChange = onSimChange;
    }

    public String getPorts() {
        return ports;
    }

    public void setPorts(String ports) {
        this.ports = ports;
    }

    public String getProfile() {
        return profile;
    }

    public void setProfile(String profile) {
        this.profile = profile;
    }

    public String getProfileFile() {
        return profileFile;
    }

    public void setProfileFile(String profileFile) {
        this.profileFile = profileFile;
    }

    public String getErrorClasses() {
        return errorClasses;
    }

    public void setErrorClasses(String errorClasses) {
        this.errorClasses = errorClasses;
    }

    public String getPowerCommand() {
        return powerCommand;
    }

    public void setPowerCommand(String powerCommand) {
        this.powerCommand = powerCommand;
    }

    public String getPin() {
        return pin;
    }

    public void setPin(String pin) {
        this.pin = pin;
    }

    public String getSmsc() {
        return smsc;
    }

    public void setSmsc(String smsc) {
        this.smsc = smsc;
    }

    public int getBaudRate() {
        return baudRate;
    }

    public void setBaudRate(int baudRate) {
        this.baudRate = baudRate;
    }

    public FlowControl getFlowControl() {
        return flowControl;
    }

    public void setFlowControl(FlowControl flowControl) {
        this.flowControl = flowControl;
    }

    public long getPollInterval() {
        return pollInterval;
    }

    public void setPollInterval(long pollInterval) {
        this.pollInterval = pollInterval;
    }

    public long getCheckInterval() {
        return checkInterval;
    }

    public void setCheckInterval(long checkInterval) {
        this.checkInterval = checkInterval;
    }

    public long getCommandTimeout() {
        return commandTimeout;
    }

    public void setCommandTimeout(long commandTimeout) {
        this.commandTimeout = commandTimeout;
    }

    public long getSendTimeout() {
        return sendTimeout;
    }

    public void setSendTimeout(long sendTimeout) {
        this.sendTimeout = sendTimeout;
    }

    public String getStateDirectory() {
        return stateDirectory;
    }

    public void setStateDirectory(String stateDirectory) {
        this.stateDirectory = stateDirectory;
    }

    public WireTrace getWireTrace() {
        return wireTrace;
    }

    public void setWireTrace(WireTrace wireTrace) {
        this.wireTrace = wireTrace;
    }
}
