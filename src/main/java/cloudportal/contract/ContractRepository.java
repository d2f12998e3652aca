package cloudportal.contract;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ContractRepository extends JpaRepository<Contract, String> {

    List<Contract> findByCustomerIdOrderByStartDateDescNumberAsc(long customerId);

    Optional<Contract> findByCustomerIdAndNumber(long customerId, String number);
}
