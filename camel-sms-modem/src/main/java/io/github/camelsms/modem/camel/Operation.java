package io.github.camelsms.modem.camel;

/** What a producer does with an exchange. */
public enum Operation {
    /** Sends the body as a message. */
    SEND,
    /** Asks the network by the service code in the body; the answer becomes the body. */
    USSD,
    /** The time of the modem, which many set by the network, becomes the body: an {@code OffsetDateTime}. */
    NETWORK_TIME,
    /** The number of the SIM, where the operator has written it there, becomes the body. */
    OWN_NUMBER
}
