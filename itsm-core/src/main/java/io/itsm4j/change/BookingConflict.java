package io.itsm4j.change;

import io.itsm4j.ticket.TicketId;

/**
 * Another scheduled change holds an item at the same time.
 *
 * @param change the other change
 * @param number its human number
 * @param ci the item that both want
 * @param direct whether both change that very item; false when one changes what the other's item rests on
 * @param slot when the other holds it
 */
public record BookingConflict(TicketId change, String number, String ci, boolean direct, Slot slot) {}
