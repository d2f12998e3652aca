package cloudportal.request;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RequestRepository extends JpaRepository<CancellationRequest, String> {

    Optional<CancellationRequest> findByOpenContractNumber(String contractNumber);

    List<CancellationRequest> findByOpenContractNumberIn(Collection<String> contractNumbers);

    List<CancellationRequest> findByCustomerIdAndStatusNotOrderBySequenceDesc(long customerId, RequestStatus status);

    /** Lets one transaction after the other go on with a request. Answers its number. */
    @Query(value = "select number from request where number = :number for update", nativeQuery = true)
    String lock(String number);

    @Query(value = "select nextval('request_number_seq')", nativeQuery = true)
    long nextSequence();
}
