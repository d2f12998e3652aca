package cloudportal.notice;

import jakarta.mail.MessagingException;

/** Text of a mail header; a line break in it would let its author write headers of the author's own. */
final class HeaderText {

    private HeaderText() {}

    /**
     * Returns the text if it stays on one line.
     *
     * @throws MessagingException if it holds a line break or any other control character
     */
    static String check(String text) throws MessagingException {
        if (text.codePoints().anyMatch(HeaderText::breaksTheLine)) {
            throw new MessagingException("Line break or control character in a header");
        }
        return text;
    }

    private static boolean breaksTheLine(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
