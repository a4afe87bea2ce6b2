package io.itsm4j.ticket;

import io.itsm4j.actor.GroupId;
import io.itsm4j.storage.Attribute;
import io.itsm4j.storage.Criterion;
import java.util.Collection;
import java.util.stream.Collectors;

/** Who alone may see a record beside a ticket, as one text: the groups in order, each between bars; empty for all. */
public final class Restriction {

    private Restriction() {}

    /** The text of these groups. */
    public static String text(Collection<GroupId> groups) {
        return groups.isEmpty()
                ? ""
                : groups.stream().map(GroupId::value).sorted().collect(Collectors.joining("|", "|", "|"));
    }

    /** The records that members of some groups may see. */
    public static <R> Criterion<R> seenBy(Attribute<R, String> text, Collection<GroupId> groups) {
        Criterion<R> seen = text.is("");
        for (GroupId group : groups) {
            seen = seen.or(text.contains("|" + group.value() + "|"));
        }
        return seen;
    }
}
