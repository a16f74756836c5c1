/**
 * The life of a modem: opened, initialised, unlocked, registered, listened to, recovered. One session per device; it
 * knows nothing of Camel.
 */
package io.github.camelsms.modem.session;
