/** Configurations of other gateways, read as data: what each line becomes here, and a report that leaves none out. */
package io.github.camelsms.routes.imports;
