package io.itsm4j.examples.replay;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A row with the instant at which it is replayed.
 *
 * @param at the recorded instant, or that of the incident's row before when the recorded one goes back
 * @param first whether it is the incident's first row
 * @param last whether it is the incident's last row
 * @param row the row
 */
record Moment(Instant at, boolean first, boolean last, RawRow row) {

    void write(DataOutput out) throws IOException {
        out.writeLong(at.getEpochSecond());
        out.writeBoolean(first);
        out.writeBoolean(last);
        out.writeLong(row.sequence());
        out.writeLong(row.line());
        for (String cell : row.cells()) {
            out.writeUTF(cell);
        }
    }

    static Moment read(DataInput in) throws IOException {
        Instant at = Instant.ofEpochSecond(in.readLong());
        boolean first = in.readBoolean();
        boolean last = in.readBoolean();
        long sequence = in.readLong();
        long line = in.readLong();
        List<String> cells = new ArrayList<>(Column.values().length);
        for (int i = 0; i < Column.values().length; i++) {
            cells.add(in.readUTF());
        }
        return new Moment(at, first, last, new RawRow(sequence, line, cells));
    }
}
