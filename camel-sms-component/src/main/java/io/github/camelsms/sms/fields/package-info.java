/**
 * TPDUs, previews and joined messages as trees of named fields: maps, lists, texts and numbers, for JSON and for people
 * who want to see or write single fields. The names are the abbreviations of 3GPP TS 23.040 in lower case ({@code mr}
 * for TP-MR); {@code docs/pdu.md} lists them.
 *
 * <p>{@link io.github.camelsms.sms.fields.PduFields} goes both ways, and what it writes it reads again to the same
 * octets: where a readable form says less than the octets (an invalid time, a lone escape), the octets stand beside it
 * and win.
 */
package io.github.camelsms.sms.fields;
