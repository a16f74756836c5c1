package io.github.camelsms.modem.simulator;

import java.util.Optional;

/** The SIM in a simulated modem. It counts tries for its PIN as a real one does. */
public final class SimulatedSim {

    private static final int TRIES = 3;

    private Optional<String> pin = Optional.empty();
    private int triesLeft = TRIES;
    private boolean unlocked = true;
    private String iccid = "8944000000000000001";
    private String serviceCentre = "+15550100000";
    private int attempts;

    SimulatedSim() {}

    /** Asks for this PIN from the next start of the modem on, and now. */
    public synchronized void protectWith(String newPin) {
        pin = Optional.of(newPin);
        triesLeft = TRIES;
        unlocked = false;
    }

    /** Somebody enters the PIN by other means. */
    public synchronized void unlock() {
        unlocked = true;
    }

    /** Another card. */
    public synchronized void replaceBy(String newIccid) {
        iccid = newIccid;
        triesLeft = TRIES;
        unlocked = pin.isEmpty();
    }

    /** How many tries for the PIN are left. */
    public synchronized int triesLeft() {
        return triesLeft;
    }

    /** How many PINs were entered, right and wrong ones. */
    public synchronized int attempts() {
        return attempts;
    }

    /** The number of the card. */
    public synchronized String iccid() {
        return iccid;
    }

    /** The phone number of the card. */
    public String ownNumber() {
        return "+15550100001";
    }

    /** The number of the service centre. */
    public synchronized String serviceCentre() {
        return serviceCentre;
    }

    synchronized void serviceCentre(String number) {
        serviceCentre = number;
    }

    synchronized void restart() {
        unlocked = pin.isEmpty();
    }

    synchronized boolean isUnlocked() {
        return unlocked;
    }

    synchronized String status() {
        if (unlocked) {
            return "READY";
        }
        return triesLeft > 0 ? "SIM PIN" : "SIM PUK";
    }

    synchronized boolean enter(String digits) {
        attempts++;
        if (unlocked || triesLeft == 0) {
            return false;
        }
        if (pin.filter(digits::equals).isPresent()) {
            triesLeft = TRIES;
            unlocked = true;
            return true;
        }
        triesLeft--;
        return false;
    }
}
