/** What the tests of several modules share: a clock, a certificate, a database server, the program itself, rules. */
package io.github.camelsms.testing;
