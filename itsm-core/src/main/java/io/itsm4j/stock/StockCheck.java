package io.itsm4j.stock;

/**
 * Whether the quantities of a stock item are the sums of its movements.
 *
 * @param movements how many movements were added up
 * @param onHand the sum of what lies there
 * @param reserved the sum of what is set aside
 * @param onOrder the sum of what is to come
 * @param isRight whether the item says the same, and no sum was ever below zero or set aside beyond what lay there
 */
public record StockCheck(long movements, long onHand, long reserved, long onOrder, boolean isRight) {}
