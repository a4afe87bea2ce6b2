package io.itsm4j.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file's name in the header of a download, for old and for new receivers. */
class FileNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "report-2.pdf | attachment; filename=\"report-2.pdf\"; filename*=UTF-8''report-2.pdf",
                "09AZaz.x     | attachment; filename=\"09AZaz.x\"; filename*=UTF-8''09AZaz.x",
                "a@b[c{d~     | attachment; filename=\"a@b[c{d~\"; filename*=UTF-8''a%40b%5Bc%7Bd%7E",
                "a b%c\"d.txt | attachment; filename=\"a b_c_d.txt\"; filename*=UTF-8''a%20b%25c%22d.txt",
                "Bürö 报告.pdf | attachment; filename=\"B_r_ __.pdf\"; filename*=UTF-8''B%C3%BCr%C3%B6%20%E6%8A%A5%E5%91%8A.pdf",
                "😀.png        | attachment; filename=\"_.png\"; filename*=UTF-8''%F0%9F%98%80.png",
            })
    void names_the_file_in_ascii_and_in_full(String name, String header) {
        assertThat(FileNames.contentDisposition(name)).isEqualTo(header);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "..\\..\\boot.ini | boot.ini",
                "a/b/c.txt        | c.txt",
                "name. . .        | name",
                "...              | file",
                "CON.txt          | file-CON.txt",
                "com9             | file-com9",
                "com10            | com10",
                "a:b*c?d<e>f      | abcdef",
            })
    void keeps_of_a_path_what_is_a_name_everywhere(String given, String kept) {
        assertThat(FileNames.sanitised(given)).isEqualTo(kept);
    }
}
