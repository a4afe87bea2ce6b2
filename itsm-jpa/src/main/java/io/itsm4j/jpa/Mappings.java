package io.itsm4j.jpa;

import io.itsm4j.jpa.approval.ApprovalMappings;
import io.itsm4j.jpa.asset.AssetMappings;
import io.itsm4j.jpa.change.ChangeMappings;
import io.itsm4j.jpa.cmdb.CmdbMappings;
import io.itsm4j.jpa.incident.IncidentTable;
import io.itsm4j.jpa.journal.JournalMappings;
import io.itsm4j.jpa.mapping.DetailsCodec;
import io.itsm4j.jpa.mapping.Mapping;
import io.itsm4j.jpa.mapping.Mapping.DetailTable;
import io.itsm4j.jpa.problem.ProblemTable;
import io.itsm4j.jpa.purchase.PurchaseMappings;
import io.itsm4j.jpa.release.ReleaseTables;
import io.itsm4j.jpa.request.RequestTables;
import io.itsm4j.jpa.sla.SlaMappings;
import io.itsm4j.jpa.stock.StockMappings;
import io.itsm4j.jpa.ticket.TicketMappings;
import io.itsm4j.ticket.TicketRecord;
import java.util.List;
import java.util.stream.Stream;

/** Every mapping there is: the one place where a new kind of record joins. */
final class Mappings {

    private Mappings() {}

    /** In the order in which new rows are written. */
    static List<Mapping<?, ?>> all(DetailsCodec codec) {
        List<DetailTable<TicketRecord, ?, ?>> details = List.of(
                IncidentTable.table(),
                ChangeMappings.table(),
                ProblemTable.table(),
                RequestTables.details(),
                ReleaseTables.details(),
                PurchaseMappings.table());
        details.forEach(table -> codec.learn(table.name(), table.type()));
        return Stream.of(
                        TicketMappings.all(codec, details),
                        List.<Mapping<?, ?>>of(RequestTables.orders(), ReleaseTables.deployments()),
                        JournalMappings.all(),
                        SlaMappings.all(),
                        ApprovalMappings.all(),
                        ChangeMappings.all(),
                        CmdbMappings.all(),
                        AssetMappings.all(),
                        StockMappings.all(),
                        PurchaseMappings.all())
                .flatMap(List::stream)
                .toList();
    }
}
