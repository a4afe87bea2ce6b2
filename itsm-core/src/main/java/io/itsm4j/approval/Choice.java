package io.itsm4j.approval;

/** What a vote says. */
public enum Choice {
    /** Yes. */
    APPROVE,
    /** No; needs a comment. */
    REJECT,
    /** Neither: whoever abstains leaves the number that a share is reckoned from. */
    ABSTAIN
}
