/**
 * The address language of the gateway: telephone numbers, senders, {@code sms:…?user=…} and {@code number@gateway} as
 * {@link io.github.camelsms.sms.address.SmsAddress}, and the {@code #mail#} of a text as
 * {@link io.github.camelsms.sms.address.MailTag}.
 */
package io.github.camelsms.sms.address;
