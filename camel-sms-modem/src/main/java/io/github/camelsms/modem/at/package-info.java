/**
 * The AT dialogue of ITU-T V.250 and 3GPP TS 27.005: one command in flight, final results, unsolicited results between
 * any two lines, and the prompt. Knows how a modem speaks, not what is said.
 */
package io.github.camelsms.modem.at;
