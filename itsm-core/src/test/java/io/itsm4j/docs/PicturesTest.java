package io.itsm4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private static final Path FOLDER = Guide.ROOT.resolve("docs/pictures");

    @Test
    void every_timeline_is_what_calendars_and_clocks_say() {
        Map<String, String> pictures = new TreeMap<>(CalendarPictures.all());
        pictures.putAll(SlaPictures.all());
        for (Map.Entry<String, String> picture : pictures.entrySet()) {
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
