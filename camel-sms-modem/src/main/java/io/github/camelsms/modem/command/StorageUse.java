package io.github.camelsms.modem.command;

/**
 * How full a storage is (27.005, 3.2.2).
 *
 * @param used slots that hold a message
 * @param total slots that there are
 */
public record StorageUse(int used, int total) {

    private static final double NEARLY = 0.8;

    /** Whether four fifths are taken: soon nothing is received any more. */
    public boolean isNearlyFull() {
        return total > 0 && used >= NEARLY * total;
    }

    @Override
    public String toString() {
        return used + "/" + total;
    }
}
