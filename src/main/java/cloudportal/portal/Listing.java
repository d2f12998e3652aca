package cloudportal.portal;

import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.Page;

/**
 * A page of a list.
 *
 * @param total the entries on all pages
 * @param page from 1
 */
record Listing<T>(long total, int page, int size, List<T> rows) {

    static <E, T> Listing<T> of(Page<E> page, Function<E, T> row) {
        return new Listing<>(
                page.getTotalElements(),
                page.getNumber() + 1,
                page.getSize(),
                page.map(row).getContent());
    }
}
