package io.itsm4j.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.naturalOrder;

import io.itsm4j.actor.Role;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The canonical text of a lifecycle and its hash. Every value is preceded by its length and every list by its size, so
 * that no two tables have the same text.
 */
final class LifecycleFingerprint {

    private final StringBuilder text = new StringBuilder("itsm4j-lifecycle/1\n");

    private LifecycleFingerprint() {}

    static String of(Lifecycle<?> lifecycle) {
        var canonical = new LifecycleFingerprint();
        canonical.list(Stream.of(lifecycle.name(), lifecycle.initial().name()));
        canonical.list(lifecycle.states().stream()
                .map(state -> state.name() + " " + state.category())
                .sorted());
        lifecycle.transitions().stream().map(LifecycleFingerprint::row).sorted().forEach(canonical.text::append);
        return sha256(canonical.text.toString());
    }

    private static String row(Transition<?> row) {
        var canonical = new LifecycleFingerprint();
        canonical.text.setLength(0);
        canonical.list(
                Stream.of(row.from().name(), row.action().name(), row.to().name()));
        canonical.list(row.requiredInput().stream().sorted());
        canonical.list(row.guards().stream().map(Guard::name).sorted(naturalOrder()));
        canonical.list(row.whoMay().stream().map(Role::name).sorted());
        canonical.list(row.effects().stream());
        return canonical.text.toString();
    }

    private void list(Stream<String> values) {
        List<String> all = values.toList();
        text.append(all.size());
        all.forEach(value -> text.append(' ').append(value.length()).append(':').append(value));
        text.append('\n');
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
