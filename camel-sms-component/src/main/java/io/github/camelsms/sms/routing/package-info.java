/** Where a message goes, and the explanation of why. */
package io.github.camelsms.sms.routing;
