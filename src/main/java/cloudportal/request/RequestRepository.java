package cloudportal.request;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RequestRepository extends JpaRepository<CancellationRequest, String> {

    Optional<CancellationRequest> findByOpenContractNumber(String contractNumber);

    List<CancellationRequest> findByOpenContractNumberIn(Collection<String> contractNumbers);

    List<CancellationRequest> findByCustomerIdAndStatusNotOrderBySequenceDesc(long customerId, RequestStatus status);

    Page<CancellationRequest> findByCustomerIdAndStatusNotOrderBySequenceDesc(
            long customerId, RequestStatus status, Pageable page);

    @Query(
            """
            select r from CancellationRequest r
            where r.customerId = :customerId and r.status <> :not
            and (upper(r.number) like :pattern escape '\\' or upper(r.service) like :pattern escape '\\'
                or upper(r.contractNumber) like :pattern escape '\\')
            order by r.sequence desc""")
    Page<CancellationRequest> search(long customerId, RequestStatus not, String pattern, Pageable page);

    /** The contract that a customer's request is about. */
    @Query("select r.contractNumber from CancellationRequest r where r.customerId = :customerId and r.number = :number")
    Optional<String> contractNumberOf(long customerId, String number);

    List<CancellationRequest> findByStatusInOrderBySequence(Collection<RequestStatus> statuses, Limit limit);

    long countByStatusIn(Collection<RequestStatus> statuses);

    /** Lets one transaction after the other go on with a request. Answers its number. */
    @Query(value = "select number from request where number = :number for update", nativeQuery = true)
    String lock(String number);

    @Query(value = "select nextval('request_number_seq')", nativeQuery = true)
    long nextSequence();
}
