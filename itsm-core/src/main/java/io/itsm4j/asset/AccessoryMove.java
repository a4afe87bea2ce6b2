package io.itsm4j.asset;

/** What happens to an accessory when its main asset moves. */
public enum AccessoryMove {
    /** It makes the same move. */
    ALONG,
    /** It stays where it is, and still belongs to the main asset. */
    STAY,
    /** It stays where it is, and no longer belongs to the main asset. */
    DETACH
}
