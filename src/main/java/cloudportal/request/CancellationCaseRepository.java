package cloudportal.request;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface CancellationCaseRepository extends JpaRepository<CancellationCase, String> {

    List<CancellationCase> findByRequestNumber(String requestNumber);

    List<CancellationCase> findByLoginAndContractNumber(String login, String contractNumber);

    /** Keeps for good that a case worked on a request. Safe to call twice. */
    @Modifying
    @Query(
            value = "insert into request_case (request_number, process_instance_id) select r.number, :processInstanceId"
                    + " from request r where r.number = :requestNumber and not exists (select 1 from request_case c"
                    + " where c.request_number = r.number and c.process_instance_id = :processInstanceId)",
            nativeQuery = true)
    void keep(String requestNumber, String processInstanceId);
}
