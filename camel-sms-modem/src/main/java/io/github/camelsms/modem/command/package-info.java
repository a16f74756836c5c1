/**
 * The commands of 3GPP TS 27.005 and 27.007 that this component uses, as values with typed answers, and what the error
 * codes of both mean.
 */
package io.github.camelsms.modem.command;
