/**
 * Gateways that are HTTP services of providers. A {@link io.github.camelsms.routes.provider.Definition} says how a
 * provider is spoken to: as data, from a file of ours or of the operator and from settings;
 * {@link io.github.camelsms.routes.provider.HttpGateway} is the step of a route that does it.
 */
package io.github.camelsms.routes.provider;
