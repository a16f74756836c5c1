package io.github.camelsms.modem.at;

import java.io.IOException;

/** Where the dialogue writes to. */
@FunctionalInterface
public interface LineWriter {

    void write(byte[] octets) throws IOException;
}
