/**
 * 3GPP TS 23.038: the GSM 7 bit default alphabet, its extension table, the national language tables, and the packing of
 * septets into octets.
 *
 * <p>{@link io.github.camelsms.sms.gsm7.Gsm7Alphabet} turns text into septets and back,
 * {@link io.github.camelsms.sms.gsm7.SeptetPacking} turns septets into octets and back.
 */
package io.github.camelsms.sms.gsm7;
