-- Only inserts: whoever would change history has to take these away first, which is seen, and the hashes tell all the same.

alter table request_event alter column previous_hash set not null;
alter table request_event alter column hash set not null;

create function portal_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'Table % is append only', tg_table_name;
end
$$;

create trigger request_event_append_only before update or delete or truncate on request_event
  for each statement execute function portal_append_only();
create trigger audit_access_append_only before update or delete or truncate on audit_access
  for each statement execute function portal_append_only();
