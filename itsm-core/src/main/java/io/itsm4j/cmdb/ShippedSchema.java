package io.itsm4j.cmdb;

import static io.itsm4j.cmdb.CiAttribute.number;
import static io.itsm4j.cmdb.CiAttribute.option;
import static io.itsm4j.cmdb.CiAttribute.text;
import static io.itsm4j.cmdb.CiAttribute.time;

import io.itsm4j.lifecycle.State;
import io.itsm4j.lifecycle.StateCategory;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The classes and types of relation that come with the library. */
final class ShippedSchema {

    private static final CiAttribute HOST_NAME =
            text("host_name", TextForm.HOST_NAME).indexed();
    private static final CiAttribute IP_ADDRESS =
            text("ip_address", TextForm.IP_ADDRESS).indexed();
    private static final CiAttribute OS = text("operating_system").indexed();
    private static final CiAttribute VERSION = text("version").indexed();
    private static final CiAttribute CPUS = number("cpus").within(1L, 1_000_000L);
    private static final CiAttribute MEMORY_MB = number("memory_mb").within(0L, null);
    private static final CiAttribute CAPACITY_GB = number("capacity_gb").within(0L, null);
    private static final CiAttribute PORT = number("port").within(1L, 65_535L);

    private static final CiLifecycle DOCUMENT = new CiLifecycle(
            "DRAFT",
            List.of(
                    State.of("DRAFT", StateCategory.NEW),
                    State.of("PUBLISHED", StateCategory.ACTIVE),
                    State.of("WITHDRAWN", StateCategory.CLOSED)),
            List.of(
                    StatusMove.of("DRAFT", "PUBLISHED"),
                    StatusMove.of("PUBLISHED", "DRAFT"),
                    StatusMove.of("DRAFT", "WITHDRAWN"),
                    StatusMove.of("PUBLISHED", "WITHDRAWN")));

    private static final List<CiClass> CLASSES = List.of(
            new CiClass(CiClass.ITEM, null, true, List.of(), List.of(), CiLifecycle.STANDARD),
            CiClass.named("service").identifiedBy("name"),
            CiClass.named("application").with(VERSION).identifiedBy("name", "environment"),
            CiClass.named("software-version")
                    .with(
                            text("product").required().indexed(),
                            VERSION.required(),
                            text("vendor"),
                            time("supported_until"))
                    .identifiedBy("product", "version"),
            CiClass.named("hardware")
                    .asAbstract()
                    .with(
                            text("serial").indexed(),
                            text("asset_tag").indexed(),
                            text("manufacturer").indexed(),
                            text("model").indexed())
                    .identifiedBy("serial")
                    .identifiedBy("asset_tag"),
            CiClass.named("server")
                    .under("hardware")
                    .with(HOST_NAME, IP_ADDRESS, OS, CPUS, MEMORY_MB)
                    .identifiedBy("host_name"),
            CiClass.named("virtual-machine")
                    .with(text("machine_id").indexed(), HOST_NAME, IP_ADDRESS, OS, CPUS, MEMORY_MB)
                    .identifiedBy("machine_id")
                    .identifiedBy("host_name"),
            CiClass.named("network-device")
                    .under("hardware")
                    .with(
                            HOST_NAME,
                            IP_ADDRESS,
                            text("mac_address", TextForm.MAC_ADDRESS).indexed(),
                            option("role", "router", "switch", "firewall", "load-balancer", "access-point", "other"))
                    .identifiedBy("mac_address"),
            CiClass.named("storage").under("hardware").with(CAPACITY_GB),
            CiClass.named("database")
                    .with(text("engine").indexed(), VERSION, PORT)
                    .identifiedBy("name", "environment"),
            CiClass.named("middleware")
                    .with(text("engine").indexed(), VERSION, PORT)
                    .identifiedBy("name", "environment"),
            CiClass.named("desktop").under("hardware").with(HOST_NAME, IP_ADDRESS, OS),
            CiClass.named("peripheral").under("hardware"),
            CiClass.named("location")
                    .with(
                            option("kind", "region", "site", "building", "floor", "room", "rack")
                                    .indexed(),
                            text("code").indexed(),
                            text("address"))
                    .identifiedBy("code"),
            CiClass.named("document")
                    .with(text("reference").indexed(), VERSION)
                    .identifiedBy("reference")
                    .living(DOCUMENT));

    private static final List<RelationType> RELATIONS = List.of(
            RelationType.named("depends-on", "supports").withCycles(),
            RelationType.named("runs-on", "runs"),
            RelationType.named("uses", "used-by").withCycles(),
            RelationType.named("part-of", "consists-of").flowing(ImpactFlow.FIRST_HITS_SECOND),
            RelationType.named("connected-to", "connects")
                    .flowing(ImpactFlow.NONE)
                    .withCycles(),
            RelationType.named("connects-through", "carries").withCycles(),
            RelationType.named("located-in", "houses")
                    .joining(CiClass.ITEM, "location")
                    .atMost(1, 0),
            RelationType.named("stored-on", "stores"),
            RelationType.named("installed-on", "has-installed")
                    .flowing(ImpactFlow.NONE)
                    .joining("software-version", CiClass.ITEM),
            RelationType.named("documented-by", "documents")
                    .flowing(ImpactFlow.NONE)
                    .joining(CiClass.ITEM, "document"));

    /** The names of the shipped classes. */
    static final Set<String> NAMES = CLASSES.stream().map(CiClass::name).collect(Collectors.toUnmodifiableSet());

    /** All of it. */
    static final CiSchema SCHEMA = CiSchema.of(CLASSES, RELATIONS);

    private ShippedSchema() {}
}
