/**
 * What stands between the outside and the routes: whatever the protocol, a request becomes a typed, checked value, its
 * sender is authenticated, and only then it becomes the headers of the message contract.
 */
package io.github.camelsms.routes.ingress;
