/** {@code smtp-server:} as a Camel component. The only package of this module that knows Camel. */
package io.github.camelsms.listeners.smtp.camel;
