package cloudportal.portal;

import org.springframework.data.domain.PageRequest;

/** Reads which page of a list is wanted. */
final class PageWanted {

    private static final int LARGEST = 100;
    private static final int LAST = 1_000_000;

    private PageWanted() {}

    /**
     * @param page from 1
     * @param size from 1 to {@value #LARGEST}
     * @throws BadParameterException for anything else
     */
    static PageRequest of(String page, String size) {
        return PageRequest.of(
                number(page, LAST, "ページ番号（page）は1から%,dまでの整数で指定してください。") - 1,
                number(size, LARGEST, "1ページの件数（size）は1から%,dまでの整数で指定してください。"));
    }

    private static int number(String text, int largest, String sentence) {
        if (text.matches("[0-9]{1,7}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= largest) {
                return number;
            }
        }
        throw new BadParameterException(sentence.formatted(largest));
    }
}
