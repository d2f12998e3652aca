package cloudportal.request;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface CancellationCaseRepository extends JpaRepository<CancellationCase, String> {

    List<CancellationCase> findByRequestNumber(String requestNumber);

    List<CancellationCase> findByLoginAndContractNumber(String login, String contractNumber);
}
