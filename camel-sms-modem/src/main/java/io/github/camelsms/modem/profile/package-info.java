/** What differs between modems, as data: unsolicited results, extra commands, ways to announce messages. */
package io.github.camelsms.modem.profile;
