package io.github.camelsms.routes.http;

import org.apache.camel.Endpoint;

/** The HTTP consumer behind {@code sms-http:}: who takes the calls of a path from the network. */
public interface CallEndpoints {

    /** How much of the path of a call has to be that of the route. */
    enum Match {
        /** All of it; a slash more or less at its end does not matter. */
        WHOLE,
        /** The beginning. */
        PREFIX
    }

    /**
     * An endpoint that a route can begin with: the body of its exchanges is an {@link HttpCall} or what is wrong with
     * the call, and what the route leaves becomes the answer as {@link Answers} says.
     */
    Endpoint endpoint(String path, Match match, Answers answers) throws Exception;
}
