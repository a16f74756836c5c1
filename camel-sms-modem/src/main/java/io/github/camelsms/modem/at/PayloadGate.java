package io.github.camelsms.modem.at;

/** Asked after the prompt has come and before the first octet of the payload leaves. */
@FunctionalInterface
public interface PayloadGate {

    /** Lets every payload pass. */
    PayloadGate OPEN = () -> true;

    /**
     * May wait; the modem holds its prompt meanwhile.
     *
     * @return whether the payload may be sent
     */
    boolean pass() throws InterruptedException;
}
