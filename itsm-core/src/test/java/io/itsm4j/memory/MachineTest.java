package io.itsm4j.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the machine is set to changes nothing that is kept. */
class MachineTest {

    @Test
    void h77_a_jvm_of_another_charset_zone_and_language_keeps_the_same_journal() throws Exception {
        List<String> other = run("-Dfile.encoding=GBK", "-Duser.timezone=Asia/Kathmandu", "-Duser.language=tr");
        assertThat(other.subList(0, 3)).containsExactly("Asia/Kathmandu", "tr", "GBK");
        assertThat(other.get(3)).isEqualTo(Machine.digest());
    }

    private static List<String> run(String... settings) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(settings));
        command.add("-Duser.country=");
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Machine.class.getName());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).isZero();
            return text.lines().toList();
        } finally {
            process.destroyForcibly();
        }
    }
}
