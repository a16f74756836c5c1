package io.github.camelsms.routes.rules;

import org.apache.camel.Exchange;

/** What a rule does with a message. */
@FunctionalInterface
interface Action {

    void run(Exchange exchange) throws Exception;
}
