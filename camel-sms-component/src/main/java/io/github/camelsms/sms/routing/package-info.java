/**
 * Where a message goes and why: price tables, what each gateway may carry, and the order in which gateways are asked.
 * Nothing here sends or stores; it is told what the gateways are like and gives a preference list.
 */
package io.github.camelsms.sms.routing;
