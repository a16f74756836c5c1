/**
 * What became of a message, in one vocabulary: {@link io.github.camelsms.sms.report.DeliveryState} for what a network
 * or a provider reports, {@link io.github.camelsms.sms.report.FailureKind} for an attempt to send that failed.
 */
package io.github.camelsms.sms.report;
