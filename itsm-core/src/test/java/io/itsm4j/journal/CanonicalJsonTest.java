package io.itsm4j.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {

    @Test
    void sorts_names_and_leaves_no_white_space() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", Arrays.asList(1, true, null));
        map.put("a", Map.of());
        map.put("B", List.of());

        assertThat(CanonicalJson.write(map)).isEqualTo("{\"B\":[],\"a\":{},\"b\":[1,true,null]}");
    }

    @Test
    void escapes_quotes_backslashes_and_control_characters_and_nothing_else() {
        assertThat(CanonicalJson.write("a\"b\\c\nd/\u007f漏")).isEqualTo("\"a\\\"b\\\\c\\u000ad/\u007f漏\"");
        assertThat(CanonicalJson.write("\"\"")).isEqualTo("\"\\\"\\\"\"");
        assertThat(CanonicalJson.write("")).isEqualTo("\"\"");
    }

    @Test
    void reads_what_it_wrote() {
        String text = "\t\"quoted\" \\ 漏水 \uD83D\uDE00\u0000";

        assertThat(CanonicalJson.read(CanonicalJson.write(text))).isEqualTo(text);
    }
}
