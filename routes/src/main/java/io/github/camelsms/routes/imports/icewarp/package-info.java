/** Reads the configuration of the IceWarp SMS service: accounts, gateways and content filters. */
package io.github.camelsms.routes.imports.icewarp;
