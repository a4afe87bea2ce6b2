package io.itsm4j.spring;

import io.itsm4j.Itsm;
import io.itsm4j.asset.AssetPolicy;
import io.itsm4j.change.ChangePolicy;
import io.itsm4j.cmdb.CmdbPolicy;
import io.itsm4j.incident.IncidentPolicy;
import io.itsm4j.problem.ProblemPolicy;
import io.itsm4j.purchase.PurchasePolicy;
import io.itsm4j.release.ReleasePolicy;
import io.itsm4j.request.RequestPolicy;
import io.itsm4j.stock.StockPolicy;
import org.springframework.beans.factory.ObjectProvider;

/**
 * How the host wants each practice to work; where it says nothing, the practice's standard is in force. Names are
 * chosen as in {@link HostSurroundings}.
 */
record HostPolicies(
        ObjectProvider<IncidentPolicy> incidents,
        ObjectProvider<ProblemPolicy> problems,
        ObjectProvider<RequestPolicy> requests,
        ObjectProvider<ChangePolicy> changes,
        ObjectProvider<ReleasePolicy> releases,
        ObjectProvider<CmdbPolicy> configuration,
        ObjectProvider<AssetPolicy> assets,
        ObjectProvider<StockPolicy> stock,
        ObjectProvider<PurchasePolicy> purchases) {

    /** Hands over what is there. */
    void to(Itsm.Builder builder) {
        incidents.ifAvailable(builder::incidentPolicy);
        problems.ifAvailable(builder::problemPolicy);
        requests.ifAvailable(builder::requestPolicy);
        changes.ifAvailable(builder::changePolicy);
        releases.ifAvailable(builder::releasePolicy);
        configuration.ifAvailable(builder::cmdbPolicy);
        assets.ifAvailable(builder::assetPolicy);
        stock.ifAvailable(builder::stockPolicy);
        purchases.ifAvailable(builder::purchasePolicy);
    }
}
