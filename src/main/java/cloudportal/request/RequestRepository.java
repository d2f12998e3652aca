package cloudportal.request;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
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

    /** How long the chain of a request's log is, and the hash of its last entry; null while there is none. */
    interface ChainEnd {
        int getEventCount();

        String getEventHash();
    }

    /** Lets one transaction after the other go on with a request. */
    @Query(
            value = "select event_count as eventCount, event_hash as eventHash from request"
                    + " where number = :number for update",
            nativeQuery = true)
    Optional<ChainEnd> lock(String number);

    @Modifying
    @Query(
            value = "update request set event_count = :count, event_hash = :hash where number = :number",
            nativeQuery = true)
    void endChain(String number, int count, String hash);

    @Query(value = "select nextval('request_number_seq')", nativeQuery = true)
    long nextSequence();
}
