/** Reads {@code smsd.conf} of the SMS Server Tools 3. */
package io.github.camelsms.routes.imports.smstools;
