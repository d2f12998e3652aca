package cloudportal.request;

import org.springframework.data.jpa.repository.JpaRepository;

interface RequestEventRepository extends JpaRepository<RequestEvent, Long> {

    int countByRequestNumber(String requestNumber);
}
