package io.itsm4j.asset;

import io.itsm4j.actor.PersonId;
import java.time.Instant;

/**
 * What the rules of an asset's life look at.
 *
 * @param before the asset as it is
 * @param after the asset as it would be
 * @param approved the asset whose approval counts: its own, or the main asset's that it goes along with
 * @param asApproved whether what would be disposed of is what was approved
 * @param actor who acts
 * @param now when
 */
public record AssetStep(Asset before, Asset after, Asset approved, boolean asApproved, PersonId actor, Instant now) {}
