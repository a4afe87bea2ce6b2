package io.itsm4j.purchase;

/** What becomes of what a line orders, when it arrives. */
public enum LineKind {
    /** Each piece becomes an asset. */
    ASSET,
    /** The quantity goes on stock. */
    STOCK,
    /** It is done, and nothing is kept. */
    SERVICE
}
