-- The nodes that run on this database, each with the zone and the clock it runs by. All that live must agree.
create table node (
  id                 varchar(36) primary key,
  zone               varchar(60) not null,
  clock_ahead_millis bigint not null,
  seen_at            timestamp with time zone not null
);
