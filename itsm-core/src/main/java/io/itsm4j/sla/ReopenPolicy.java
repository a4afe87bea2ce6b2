package io.itsm4j.sla;

/** What happens to a clock that was stopped when its start condition comes true again. */
public enum ReopenPolicy {
    /** It goes on from where it stood; the time between counts as a pause. */
    RESUME,
    /** It begins again at nothing; a breach it had stays noted. */
    RESTART,
    /** It stays as it is, and another cycle begins beside it. */
    NEW_CYCLE,
    /** It stays as it is. */
    KEEP
}
