package cloudportal.request;

import org.springframework.data.repository.Repository;

/** The log's entries can be added and counted; there is no way to change or delete one. */
interface RequestEventRepository extends Repository<RequestEvent, Long> {

    RequestEvent save(RequestEvent event);

    int countByRequestNumber(String requestNumber);
}
