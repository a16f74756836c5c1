/** Keys and certificates as operators have them: PEM files. */
package io.github.camelsms.routes.tls;
