package io.itsm4j.examples.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The page of a queue as a statement written for PostgreSQL: rows compared as a whole, values as they come. */
final class RawPages {

    /** Where a page ends. */
    record Position(long priority, long createdAt, String id) {}

    /** A line of the list, with all the columns the library shows. */
    record Line(List<Object> values, Position position) {}

    private static final String PAGE = "select t.id, t.ticket_number, t.ticket_type, t.title, t.state_name,"
            + " t.state_category, t.priority, t.support_group, t.assignee, t.requester, t.opened_at, t.updated_at,"
            + " t.created_at from itsm_ticket t where t.tenant = ? and t.is_open and t.support_group = ?"
            + " and t.ticket_type = 'incident' and not exists (select 1 from itsm_ticket_value v"
            + " where v.ticket_id = t.id and v.tenant = t.tenant and v.value_name = 'restrictedTo')%s"
            + " order by t.priority, t.created_at, t.id limit ?";
    private static final String FIRST = String.format(PAGE, "");
    private static final String NEXT = String.format(PAGE, " and (t.priority, t.created_at, t.id) > (?, ?, ?)");

    private final DataSource pool;
    private final int size;

    RawPages(DataSource pool, int size) {
        this.pool = pool;
        this.size = size;
    }

    List<Line> page(@Nullable Position after) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(after == null ? FIRST : NEXT)) {
            statement.setString(1, ManyTickets.TENANT);
            statement.setString(2, ManyTickets.GROUP);
            if (after == null) {
                statement.setInt(3, size + 1);
            } else {
                statement.setLong(3, after.priority());
                statement.setLong(4, after.createdAt());
                statement.setString(5, after.id());
                statement.setInt(6, size + 1);
            }
            List<Line> lines = new ArrayList<>(size + 1);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    lines.add(line(result));
                }
            }
            connection.commit();
            return lines;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Line line(ResultSet result) throws SQLException {
        List<Object> values = new ArrayList<>(12);
        for (int column = 1; column <= 10; column++) {
            values.add(column == 7 ? (Object) result.getLong(7) : result.getString(column));
        }
        values.add(result.getLong(11));
        values.add(result.getLong(12));
        return new Line(values, new Position(result.getLong(7), result.getLong(13), result.getString(1)));
    }
}
