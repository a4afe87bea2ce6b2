package io.itsm4j.examples.replay;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Sorts any number of moments with the memory of a chunk: full chunks go sorted to files in a folder, and are merged
 * when they are read. What fits into one chunk never touches the disk.
 */
final class DiskSort implements AutoCloseable {

    private final Comparator<Moment> order;
    private final int chunk;
    private final Path folder;
    private final List<Path> files = new ArrayList<>();
    private final List<DataInputStream> open = new ArrayList<>();
    private List<Moment> held = new ArrayList<>();

    DiskSort(Comparator<Moment> order, int chunk, Path folder) {
        this.order = order;
        this.chunk = chunk;
        this.folder = folder;
    }

    void add(Moment moment) {
        held.add(moment);
        if (held.size() == chunk) {
            spill();
        }
    }

    /** How many files were needed. */
    int files() {
        return files.size();
    }

    /** Everything added, in order; to be read once, nothing may be added meanwhile. */
    Iterator<Moment> sorted() {
        held.sort(order);
        PriorityQueue<Run> runs = new PriorityQueue<>((a, b) -> order.compare(a.head, b.head));
        start(runs, held.iterator());
        for (Path file : files) {
            start(runs, stored(file));
        }
        held = new ArrayList<>();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !runs.isEmpty();
            }

            @Override
            public Moment next() {
                Run run = runs.poll();
                if (run == null) {
                    throw new NoSuchElementException();
                }
                Moment moment = run.head;
                start(runs, run.rest);
                return moment;
            }
        };
    }

    private static final class Run {
        private final Moment head;
        private final Iterator<Moment> rest;

        Run(Iterator<Moment> moments) {
            head = moments.next();
            rest = moments;
        }
    }

    private static void start(PriorityQueue<Run> runs, Iterator<Moment> moments) {
        if (moments.hasNext()) {
            runs.add(new Run(moments));
        }
    }

    private void spill() {
        held.sort(order);
        try {
            Path file = Files.createTempFile(folder, "rows", ".sorted");
            files.add(file);
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                out.writeInt(held.size());
                for (Moment moment : held) {
                    moment.write(out);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        held = new ArrayList<>(chunk);
    }

    private Iterator<Moment> stored(Path file) {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
            open.add(in);
            return new Stored(in);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static final class Stored implements Iterator<Moment> {
        private final DataInputStream in;
        private int left;

        Stored(DataInputStream in) throws IOException {
            this.in = in;
            this.left = in.readInt();
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public Moment next() {
            if (left == 0) {
                throw new NoSuchElementException();
            }
            left--;
            try {
                return Moment.read(in);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @Override
    public void close() {
        try {
            for (DataInputStream in : open) {
                in.close();
            }
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
