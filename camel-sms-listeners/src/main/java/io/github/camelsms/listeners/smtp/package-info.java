/** An SMTP server (RFC 5321) for mails to phones: who may send, what is a good address, where a mail ends. Free of Camel. */
package io.github.camelsms.listeners.smtp;
