/**
 * The URL template language of the IceWarp SMS service: {@code http://host/sms/?number=%number%&data=%data;hex%}. A
 * {@link io.github.camelsms.sms.template.UrlTemplate} is parsed once and expanded for each message; what it inserts is
 * encoded for the place it stands in and never read again.
 */
package io.github.camelsms.sms.template;
