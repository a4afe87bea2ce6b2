package io.itsm4j.spring;

import io.itsm4j.Itsm;
import io.itsm4j.approval.Approvable;
import io.itsm4j.change.ChangePorts;
import io.itsm4j.cmdb.ApprovedChanges;
import io.itsm4j.cmdb.HostItems;
import io.itsm4j.purchase.PurchasePorts;
import io.itsm4j.release.ReleaseConfiguration;
import io.itsm4j.sla.ServiceHours;
import io.itsm4j.sla.ThresholdHandler;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What practices ask of the host; where it does not answer, they ask each other. Names are chosen as in
 * {@link HostSurroundings}.
 */
record HostPorts(
        ObjectProvider<ChangePorts> changes,
        ObjectProvider<ReleaseConfiguration> releases,
        ObjectProvider<ApprovedChanges> audits,
        ObjectProvider<PurchasePorts> purchases,
        ObjectProvider<ServiceHours> calendars,
        ObjectProvider<Map<String, ThresholdHandler>> handlers,
        ObjectProvider<HostItems> items,
        ObjectProvider<Approvable<?>> approvables) {

    /** Hands over what is there. */
    void to(Itsm.Builder builder) {
        changes.ifAvailable(builder::changePorts);
        releases.ifAvailable(builder::releaseConfiguration);
        audits.ifAvailable(builder::approvedChanges);
        purchases.ifAvailable(builder::purchasePorts);
        calendars.ifAvailable(builder::serviceHours);
        handlers.ifAvailable(byName -> byName.forEach(builder::thresholdHandler));
        items.orderedStream().forEach(builder::hostItems);
        approvables.orderedStream().forEach(builder::approvable);
    }
}
