-- Only inserts: whoever would change history has to take these away first, which is seen, and the hashes tell all the same.

alter table request_event alter column previous_hash set not null;
alter table request_event alter column hash set not null;

create trigger request_event_append_only before update, delete on request_event
  for each row call 'cloudportal.request.AppendOnlyTrigger';
create trigger audit_access_append_only before update, delete on audit_access
  for each row call 'cloudportal.request.AppendOnlyTrigger';
