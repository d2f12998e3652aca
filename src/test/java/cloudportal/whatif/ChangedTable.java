package cloudportal.whatif;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project's table, changed as a process owner would change it. */
final class ChangedTable {

    private String xml;

    private ChangedTable(String xml) {
        this.xml = xml;
    }

    static ChangedTable asItIs() {
        try {
            return new ChangedTable(Files.readString(Path.of("processes/service-terms.dmn")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces what must be there. */
    ChangedTable with(String found, String instead) {
        if (!xml.contains(found)) {
            throw new AssertionError("The table has no " + found);
        }
        xml = xml.replace(found, instead);
        return this;
    }

    /** Sets the 最低利用期間 of type-M/W/D. */
    ChangedTable withMinimumTermOfTypeM(int months) {
        return withCellOfRow4("minimumTermMonths", "12", String.valueOf(months));
    }

    ChangedTable withCellOfRow4(String output, String found, String instead) {
        String start = "<outputEntry id=\"outputEntry_row4_%s\">\n          <text>".formatted(output);
        return with(start + found + "</text>", start + instead + "</text>");
    }

    String text() {
        return xml;
    }

    byte[] bytes() {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
