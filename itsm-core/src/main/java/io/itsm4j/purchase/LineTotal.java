package io.itsm4j.purchase;

/**
 * What the receipts of a line add up to. Nobody sets it: it is the sum of the rows, kept beside them for lists.
 *
 * @param line the line's number
 * @param received how many came and stayed
 * @param givenUp how many will not come any more
 */
public record LineTotal(int line, long received, long givenUp) {

    /** The same with a row more. */
    LineTotal plus(Receipt row) {
        return row.kind() == Receipt.Kind.GIVEN_UP
                ? new LineTotal(line, received, givenUp + row.quantity())
                : new LineTotal(line, received + row.quantity(), givenUp);
    }
}
