package io.itsm4j;

import io.itsm4j.actor.Actor;
import io.itsm4j.approval.Approvables;
import io.itsm4j.approval.Approvals;
import io.itsm4j.asset.AssetDeclaration;
import io.itsm4j.asset.Assets;
import io.itsm4j.change.Board;
import io.itsm4j.change.ChangeWindow;
import io.itsm4j.change.Changes;
import io.itsm4j.change.StandardTemplate;
import io.itsm4j.cmdb.Cmdb;
import io.itsm4j.cmdb.Configuration;
import io.itsm4j.incident.Incident;
import io.itsm4j.incident.IncidentPolicy;
import io.itsm4j.incident.Incidents;
import io.itsm4j.problem.Problem;
import io.itsm4j.problem.Problems;
import io.itsm4j.purchase.Contracts;
import io.itsm4j.purchase.Procurement;
import io.itsm4j.purchase.Purchases;
import io.itsm4j.purchase.Supplier;
import io.itsm4j.purchase.Suppliers;
import io.itsm4j.release.Release;
import io.itsm4j.release.ReleasePolicy;
import io.itsm4j.release.Releases;
import io.itsm4j.request.Catalogue;
import io.itsm4j.request.Order;
import io.itsm4j.request.Request;
import io.itsm4j.request.Requests;
import io.itsm4j.request.Shop;
import io.itsm4j.sla.ClockKeeper;
import io.itsm4j.sla.ServiceLevels;
import io.itsm4j.stock.Stock;
import io.itsm4j.stock.StockDeclaration;
import io.itsm4j.ticket.Acting;
import io.itsm4j.ticket.Engine;
import io.itsm4j.ticket.Kept;
import io.itsm4j.ticket.Portal;
import io.itsm4j.ticket.Queue;
import io.itsm4j.ticket.RecordType;
import io.itsm4j.ticket.Registry;
import io.itsm4j.ticket.StoredDefinition;
import io.itsm4j.ticket.TicketImport;
import io.itsm4j.ticket.TicketType;
import io.itsm4j.ticket.Tickets;

/** What one actor can do. Light and immutable; made by {@link Itsm#as}. */
public final class ItsmSession {

    private final Engine engine;
    private final Practices practices;
    private final Acting acting;

    /**
     * What the practices are made of.
     *
     * @param incidentType the type of incidents, as configured
     * @param incidentPolicy how incidents are handled
     * @param keeper keeps the clocks of service levels
     * @param approvables what can be approved
     * @param changes what changes are here
     * @param problemType the type of problems, as configured
     * @param requestType the type of requests, as configured
     * @param releaseType the type of releases, as configured
     * @param releasePolicy how releases are handled
     * @param cmdb configuration management
     * @param assets asset management
     * @param stock parts and stock
     * @param procurement suppliers, contracts and purchases
     */
    record Practices(
            TicketType<Incident> incidentType,
            IncidentPolicy incidentPolicy,
            ClockKeeper keeper,
            Approvables approvables,
            Changes.Declaration changes,
            TicketType<Problem> problemType,
            TicketType<Request> requestType,
            TicketType<Release> releaseType,
            ReleasePolicy releasePolicy,
            Cmdb cmdb,
            AssetDeclaration assets,
            StockDeclaration stock,
            Procurement procurement) {}

    ItsmSession(Engine engine, Practices practices, Actor actor) {
        this.engine = engine;
        this.practices = practices;
        this.acting = Acting.staff(actor);
    }

    /** Who acts. */
    public Actor actor() {
        return acting.actor();
    }

    /** Incident management. */
    public Incidents incidents() {
        return new Incidents(new Tickets<>(engine, practices.incidentType(), acting), practices.incidentPolicy());
    }

    /** Change management. */
    public Changes changes() {
        Changes.Declaration changes = practices.changes();
        return new Changes(
                new Tickets<>(engine, changes.type(), acting),
                new Changes.Records(
                        new Registry<>(engine, Board.TYPE, acting),
                        new Registry<>(engine, ChangeWindow.TYPE, acting),
                        new Registry<>(engine, StandardTemplate.TYPE, acting)),
                changes);
    }

    /** Problem management. */
    public Problems problems() {
        return new Problems(tickets(practices.problemType()), tickets(practices.incidentType()));
    }

    /** The service catalogue. */
    public Catalogue catalogue() {
        return new Catalogue(records(StoredDefinition.TYPE));
    }

    /** Request fulfilment. */
    public Requests requests() {
        return new Requests(tickets(practices.requestType()), records(Order.TYPE));
    }

    /** What requesters can do with the catalogue: order, follow, cancel. */
    public Shop shop() {
        return new Shop(records(Order.TYPE), catalogue(), portal(), practices.requestType());
    }

    /** Release management. */
    public Releases releases() {
        return new Releases(tickets(practices.releaseType()), practices.releasePolicy());
    }

    /** Purchases. */
    public Purchases purchases() {
        Procurement procurement = practices.procurement();
        return new Purchases(tickets(procurement.type()), records(StoredDefinition.TYPE), procurement);
    }

    /** Suppliers. */
    public Suppliers suppliers() {
        return new Suppliers(records(Supplier.TYPE), practices.procurement());
    }

    /** Contracts with suppliers. */
    public Contracts contracts() {
        return new Contracts(records(practices.procurement().contracts()), practices.procurement());
    }

    /** What waits for the actor's vote, voting, and standing in. */
    public Approvals approvals() {
        return new Approvals(engine, practices.approvables(), acting);
    }

    /** Configuration management. */
    public Configuration configuration() {
        return new Configuration(engine, acting, practices.cmdb());
    }

    /** Asset management. */
    public Assets assets() {
        return new Assets(engine, practices.assets(), acting);
    }

    /** Parts and stock. */
    public Stock stock() {
        return new Stock(engine, practices.stock(), acting);
    }

    /** The verbs of a type of ticket, the library's or the host's own. */
    public <D> Tickets<D> tickets(TicketType<D> type) {
        return new Tickets<>(engine, type, acting);
    }

    /** The commands of a type of kept record, for hosts that keep records of their own beside the tickets. */
    public <R extends Kept> Registry<R> records(RecordType<R> type) {
        return new Registry<>(engine, type, acting);
    }

    /** Service levels: agreements, calendars and clocks. */
    public ServiceLevels serviceLevels() {
        return new ServiceLevels(engine, practices.keeper(), acting);
    }

    /** Lists over tickets of all types that the actor may see. */
    public Queue queue() {
        return new Queue(engine, acting);
    }

    /** What requesters can do. */
    public Portal portal() {
        return new Portal(engine, acting);
    }

    /** Brings tickets with their history in from another system. */
    public <D> TicketImport<D> imports(TicketType<D> type) {
        return new TicketImport<>(engine, type, acting);
    }
}
