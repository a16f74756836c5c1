/**
 * Octets between us and a modem: serial lines, TCP and a trace of what went over them. Knows nothing of AT commands.
 */
package io.github.camelsms.modem.channel;
