/** Routing in the gateway: price tables that reload, what the gateways are like now, and the step that chooses. */
package io.github.camelsms.routes.routing;
