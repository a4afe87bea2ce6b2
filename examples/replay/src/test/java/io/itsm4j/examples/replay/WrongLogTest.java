package io.itsm4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongLogTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... arguments) {
        return Replay.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                arguments);
    }

    private String refusedLog(Path log) {
        assertThat(run("--store=memory", "--log=" + log)).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        return err.toString(StandardCharsets.UTF_8).strip();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    3 | 29-02-2016 08:53 | 31-02-2016 08:53 | line 3, column sys_updated_at: '31-02-2016 08:53' is not a time of the form dd-MM-yyyy HH:mm
                    3 | 29-02-2016 08:53 | 29-02-0016 08:53 | line 3, column sys_updated_at: '29-02-0016 08:53' is not in the years from 1970 to 2999
                    4 | Resolved         | Solved           | line 4, column incident_state: 'Solved' is none of New, Active, Awaiting User Info, Awaiting Vendor, Awaiting Problem, Awaiting Evidence, Resolved, Closed
                    2 | 2 - Medium       | 7 - Nothing      | line 2, column impact: '7 - Nothing' does not begin with a rank from 1 to 3
                    2 | INC0000045       | ?                | line 2, column number: must not be empty or unknown
                    5 | ,0,0,4,          | ,0,0,-4,         | line 5, column sys_mod_count: '-4' is not a count
                    2 | Phone,           | Phone,,          | line 2: 37 columns where the header has 36
                    1 | closed_at        | ended_at         | line 1, column closed_at: is missing from the header
                    1 | rfc              | number           | line 1: the column number is there twice
                    """)
    void says_in_which_line_and_column_a_log_is_wrong(int line, String was, String is, String message) {
        assertThat(refusedLog(SmallLog.shipped(10).with(line, was, is).in(folder)))
                .isEqualTo(message);
    }

    @Test
    void says_that_a_file_is_not_there() {
        Path nowhere = folder.resolve("nowhere.csv");

        assertThat(refusedLog(nowhere)).isEqualTo(nowhere + " cannot be read: there is no such file");
    }

    @Test
    void says_that_a_file_is_no_text() throws IOException {
        Path noise = Files.write(folder.resolve("noise.csv"), new byte[] {'a', ',', (byte) 0xff, (byte) 0xfe, '\n'});

        assertThat(refusedLog(noise)).startsWith(noise + " cannot be read").contains("it is not text in UTF-8");
    }

    @Test
    void says_that_a_packed_file_is_cut_off() throws IOException {
        Path cut = Files.write(folder.resolve("cut.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0});

        assertThat(refusedLog(cut)).startsWith(cut + " cannot be read");
    }

    @Test
    void says_that_a_file_is_empty_or_has_no_rows() throws IOException {
        assertThat(refusedLog(Files.createFile(folder.resolve("empty.csv")))).isEqualTo("line 1: the file is empty");
        err.reset();
        assertThat(refusedLog(SmallLog.shipped(0).in(folder))).isEqualTo("line 2: there is no row below the header");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    --store=oracle     | --store is one of memory, h2, postgres, mariadb, not oracle
                    --zone=Mars        | --zone is a time zone such as Europe/Berlin, not 'Mars'
                    --backlog=tomorrow | --backlog is a date such as 2016-03-15, or several, not 'tomorrow'
                    --repeat=0         | --repeat is a number from 1 to 9999, not '0'
                    --fast             | '--fast' is not an option of the form --name=value; see --help
                    --speed=9          | there is no option --speed; see --help
                    """)
    void says_which_option_is_wrong(String argument, String message) {
        assertThat(run(argument)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).strip()).isEqualTo(message);
    }

    @Test
    void helps() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("--store=memory|h2|postgres|mariadb");
    }
}
