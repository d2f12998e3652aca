package cloudportal.contract;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ContractRepository extends JpaRepository<Contract, String> {

    List<Contract> findByCustomerIdOrderByStartDateDescNumberAsc(long customerId);

    Page<Contract> findByCustomerIdOrderByStartDateDescNumberAsc(long customerId, Pageable page);

    @Query(
            """
            select c from Contract c
            where c.customerId = :customerId
            and (upper(c.number) like :pattern escape '\\' or upper(c.service) like :pattern escape '\\')
            order by c.startDate desc, c.number asc""")
    Page<Contract> search(long customerId, String pattern, Pageable page);

    Optional<Contract> findByCustomerIdAndNumber(long customerId, String number);

    /** Lets one transaction after the other go on with a contract. Answers its number, null where the customer has no such one. */
    @Query(
            value = "select number from contract where customer_id = :customerId and number = :number for update",
            nativeQuery = true)
    String lock(long customerId, String number);

    List<Contract> findByNumberGreaterThanAndStatusInOrderByNumber(
            String number, Collection<ContractStatus> statuses, Limit limit);
}
