package io.itsm4j.purchase;

import io.itsm4j.actor.Role;
import io.itsm4j.actor.TenantId;
import io.itsm4j.journal.ChainHead;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.RecordKind;
import io.itsm4j.ticket.DetailField;
import io.itsm4j.ticket.Kept;
import io.itsm4j.ticket.RecordType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Whom something is bought from.
 *
 * @param id the primary key
 * @param tenant the tenant
 * @param number the human number, for example {@code SUP0000003}
 * @param name the name
 * @param status whether something is bought from it
 * @param categories what it supplies
 * @param contacts whom to talk to
 * @param note what else is to be known, or null
 * @param version the record's own counter
 * @param chain the end of its journal
 */
public record Supplier(
        String id,
        TenantId tenant,
        String number,
        String name,
        SupplierStatus status,
        Set<String> categories,
        List<SupplierContact> contacts,
        @Nullable String note,
        long version,
        ChainHead chain)
        implements Kept {

    /** The primary key. */
    public static final Attribute<Supplier, String> ID = Attribute.text("id", Supplier::id);

    /** The human number. */
    public static final Attribute<Supplier, String> NUMBER = Attribute.text("number", Supplier::number);

    /** The name. */
    public static final Attribute<Supplier, String> NAME =
            Attribute.<Supplier>text("name", Supplier::name).sorted();

    /** The name as it is compared; absent when it is archived, so that its name is free again. */
    public static final Attribute<Supplier, String> TAKEN_NAME = Attribute.text("takenName", Supplier::takenName);

    /** Whether something is bought from it. */
    public static final Attribute<Supplier, SupplierStatus> STATUS =
            Attribute.text("status", Supplier::status, SupplierStatus::name);

    /** How suppliers are stored. */
    public static final RecordKind<Supplier> KIND = RecordKind.of(
                    "supplier", Supplier.class, Supplier::id, Supplier::tenant)
            .with(ID, NAME, STATUS)
            .unique(NUMBER)
            .unique(TAKEN_NAME);

    /** How suppliers are kept. */
    public static final RecordType<Supplier> TYPE = RecordType.named("supplier", KIND, ID, Supplier::stamped)
            .readBy(Role.AGENT, Role.MANAGER, Role.AUDITOR, PurchaseLifecycle.BUYER, PurchaseLifecycle.STOREKEEPER)
            .field(DetailField.plain("number", Supplier::number))
            .field(DetailField.plain("name", Supplier::name))
            .field(DetailField.plain("status", Supplier::status))
            .field(DetailField.plain(
                    "categories",
                    supplier -> supplier.categories().isEmpty()
                            ? null
                            : String.join("\n", new TreeSet<>(supplier.categories()))))
            .field(DetailField.personal(
                    "contacts",
                    supplier -> supplier.contacts().isEmpty()
                            ? null
                            : String.join(
                                    "\n",
                                    supplier.contacts().stream()
                                            .map(SupplierContact::toString)
                                            .toList())))
            .field(DetailField.personal("note", Supplier::note));

    /** Copies the collections. */
    public Supplier {
        categories = Set.copyOf(categories);
        contacts = List.copyOf(contacts);
    }

    /** The name as it is compared, or null when it is archived. */
    public @Nullable String takenName() {
        return status == SupplierStatus.ARCHIVED ? null : Planning.folded(name);
    }

    private Supplier stamped(long toVersion, ChainHead end) {
        return new Supplier(id, tenant, number, name, status, categories, contacts, note, toVersion, end);
    }

    Supplier in(SupplierStatus next) {
        return new Supplier(id, tenant, number, name, next, categories, contacts, note, version, chain);
    }

    Supplier being(String nextName, RegisterSupplier input) {
        return new Supplier(
                id,
                tenant,
                number,
                nextName,
                status,
                input.categories(),
                input.contacts(),
                input.note(),
                version,
                chain);
    }
}
