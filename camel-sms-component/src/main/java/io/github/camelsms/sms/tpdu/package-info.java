/**
 * 3GPP TS 23.040, section 9: the octets of a transfer protocol data unit and the records they mean.
 *
 * <p>{@link io.github.camelsms.sms.tpdu.Tpdu} is the entry, one record per type of TPDU, one file per element.
 * {@link io.github.camelsms.sms.tpdu.Pdu} is what a modem speaks: a TPDU behind the address of the service centre (3GPP
 * TS 27.005). Records validate themselves, so that every record can be encoded; what cannot be read is a
 * {@link io.github.camelsms.sms.tpdu.TpduException} that names field and octet.
 */
package io.github.camelsms.sms.tpdu;
