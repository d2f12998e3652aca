package cloudportal.contract;

import org.springframework.data.jpa.repository.JpaRepository;

interface CustomerLoginRepository extends JpaRepository<CustomerLogin, String> {}
