package io.github.camelsms.modem.channel;

import java.io.IOException;

/** Opens the line to one device, again and again as it comes and goes. */
@FunctionalInterface
public interface ChannelOpener {

    /**
     * @return a line that is open
     * @throws IOException with a text that says which device and what is wrong with it
     */
    Channel open() throws IOException;
}
