/**
 * A modem in software with a phone network behind it, for demonstrations and for everybody's tests. It speaks AT in PDU
 * mode over a channel in this process or over TCP, and does on request what real modems do wrong.
 *
 * <p>Begin with {@link io.github.camelsms.modem.simulator.SimulatedNetwork#named}.
 */
package io.github.camelsms.modem.simulator;
