/** What the proofs have in common: gateways to be hurt, networks and clients that remember, disks and mutants. */
package io.github.camelsms.proofs.harness;
