package io.itsm4j.ticket;

/** How two tickets are related. Each type reads in both directions. */
public enum LinkType {
    /** The first repeats the second. */
    DUPLICATE_OF("duplicate of", "duplicated by", true, false),
    /** The first was caused by the second. */
    CAUSED_BY("caused by", "causes", true, false),
    /** The first is resolved by the second. */
    RESOLVED_BY("resolved by", "resolves", true, false),
    /** The first, a problem, is fixed by the second, a change. */
    FIXED_BY("fixed by", "fixes", true, false),
    /** The first, a change or a problem, is delivered by the second, a release. */
    DELIVERED_BY("delivered by", "delivers", true, false),
    /** The first cannot go on before the second. */
    BLOCKED_BY("blocked by", "blocks", true, false),
    /** The first follows up on the second, which could no longer be reopened. */
    FOLLOW_UP_OF("follow-up of", "followed up by", true, false),
    /** The first was merged into the second. */
    MERGED_INTO("merged into", "merged from", true, true),
    /** The first was split from the second. */
    SPLIT_FROM("split from", "split into", true, true),
    /** They have to do with each other; the direction means nothing. */
    RELATED_TO("related to", "related to", false, false);

    private final String forward;
    private final String inverse;
    private final boolean acyclic;
    private final boolean engineOnly;

    LinkType(String forward, String inverse, boolean acyclic, boolean engineOnly) {
        this.forward = forward;
        this.inverse = inverse;
        this.acyclic = acyclic;
        this.engineOnly = engineOnly;
    }

    /** How it reads from the first ticket. */
    public String forward() {
        return forward;
    }

    /** How it reads from the second ticket. */
    public String inverse() {
        return inverse;
    }

    /** Whether following it may never lead back. */
    public boolean isAcyclic() {
        return acyclic;
    }

    /** Whether only the engine makes it, as part of another command. */
    public boolean isEngineOnly() {
        return engineOnly;
    }

    /** Whether it means the same in both directions, so that both are one link. */
    public boolean isSymmetric() {
        return this == RELATED_TO;
    }
}
