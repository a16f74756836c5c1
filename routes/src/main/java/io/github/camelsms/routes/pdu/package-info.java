/** Lines in, JSON lines out: what the {@code pdu} commands have in common. Needs no Camel and no gateway. */
package io.github.camelsms.routes.pdu;
