package io.github.camelsms.sms.address;

/** What a number is by the numbering plan it belongs to. */
public enum NumberKind {
    MOBILE,
    FIXED_LINE,
    /** The plan does not tell them apart, as in North America. */
    FIXED_LINE_OR_MOBILE,
    TOLL_FREE,
    PREMIUM_RATE,
    SHARED_COST,
    VOIP,
    PERSONAL,
    PAGER,
    /** Universal access: one number for a whole company. */
    UAN,
    VOICEMAIL,
    /** A few digits that mean something in one country or one network only; emergency numbers among them. */
    SHORT_CODE,
    /** Not in use by any plan, or national where no home country is known. */
    UNKNOWN
}
