package cloudportal.request;

import org.springframework.data.repository.Repository;

/** The log's entries can be added; there is no way to change or delete one. */
interface RequestEventRepository extends Repository<RequestEvent, Long> {

    RequestEvent save(RequestEvent event);
}
