package cloudportal.engine.deployment;

import java.util.ArrayList;
import java.util.List;

/** Finds where a tag begins: XML parsers tell where it ends, and no unescaped {@code <} stands between the two. */
final class TextPlaces {

    private final String text;
    private final List<Integer> lines = new ArrayList<>();

    TextPlaces(String text) {
        this.text = text;
        lines.add(0);
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean beforeLineFeed = at + 1 < text.length() && text.charAt(at + 1) == '\n';
            if (character == '\n' || character == '\r' && !beforeLineFeed) {
                lines.add(at + 1);
            }
        }
    }

    Place beginOfTag(int endLine, int endColumn) {
        if (endLine < 1 || endLine > lines.size()) {
            return Place.UNKNOWN;
        }
        int end = Math.min(lines.get(endLine - 1) + Math.max(endColumn - 2, 0), text.length());
        int begin = text.lastIndexOf('<', end);
        return begin < 0 ? Place.UNKNOWN : of(begin);
    }

    private Place of(int offset) {
        int line = 0;
        int after = lines.size();
        while (after - line > 1) {
            int middle = (line + after) / 2;
            if (lines.get(middle) <= offset) {
                line = middle;
            } else {
                after = middle;
            }
        }
        return new Place(line + 1, offset - lines.get(line) + 1);
    }
}
