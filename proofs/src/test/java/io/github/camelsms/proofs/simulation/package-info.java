/**
 * The store in a world that is made of one random number: clients, gateways, a network, phones, a clock that jumps and
 * processes that die. The same seed makes the same world.
 */
package io.github.camelsms.proofs.simulation;
