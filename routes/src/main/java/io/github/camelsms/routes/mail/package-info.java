/** A received short message as a mail: composed once, then sent by SMTP or written to a folder. */
package io.github.camelsms.routes.mail;
