-- Whether somebody has a case running for a contract is asked at each 解約お申込.
create index cancellation_case_contract on cancellation_case (contract_number, login);
