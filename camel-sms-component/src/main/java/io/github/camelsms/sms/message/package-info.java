/**
 * One text that a person wrote, and the TPDUs that carry it: choice of the alphabet, segmentation, reassembly.
 *
 * <p>Outwards {@link io.github.camelsms.sms.message.Segmentation} makes the user data of the parts of a
 * {@link io.github.camelsms.sms.message.MessageContent}; inwards {@link io.github.camelsms.sms.message.PartSet} collects
 * parts and {@link io.github.camelsms.sms.message.ReceivedContent} joins them.
 */
package io.github.camelsms.sms.message;
