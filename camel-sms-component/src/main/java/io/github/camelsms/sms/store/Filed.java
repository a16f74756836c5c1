package io.github.camelsms.sms.store;

/** What the store did with something that was received. */
public enum Filed {
    /** A whole message is in the mailbox. */
    COMPLETE,
    /** A part waits for the others of its message. */
    PART,
    /** It had been filed before; nothing was added. */
    DUPLICATE,
    /** A delivery report was matched to its message. */
    MATCHED,
    /** A delivery report is kept until its message is known. */
    UNMATCHED
}
