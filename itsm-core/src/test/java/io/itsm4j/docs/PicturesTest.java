package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private static final Path FOLDER = Guide.ROOT.resolve("docs/pictures");

    @Test
    void every_timeline_is_what_the_calendar_says() {
        for (Map.Entry<String, String> picture : CalendarPictures.all().entrySet()) {
            Path file = FOLDER.resolve(picture.getKey());
            if (Guide.WRITE) {
                Guide.write(file, picture.getValue());
            }
            assertThat(Files.exists(file) ? Guide.read(file) : "")
                    .as("%s. %s", picture.getKey(), Guide.REMEDY)
                    .isEqualTo(picture.getValue());
        }
    }
}
