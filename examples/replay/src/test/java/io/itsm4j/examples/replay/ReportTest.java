package io.itsm4j.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    @TempDir
    Path folder;

    @Test
    void fits_a_hundred_columns_of_plain_text_and_ends_with_0() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int status = Replay.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                "--store=memory",
                "--log=" + SmallLog.shipped(1_500).in(folder));

        assertThat(status).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        String report = out.toString(StandardCharsets.UTF_8);
        String past = report.replace(folder.toString(), "");
        assertThat(past.lines())
                .allSatisfy(line ->
                        assertThat(line).hasSizeLessThanOrEqualTo(Report.WIDTH).matches("\\p{Print}*"));
        assertThat(report).contains("Everything agrees or is explained.");
    }
}
