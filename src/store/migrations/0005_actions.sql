-- What the company does about findings. An action keeps its finding with the published figure of that
-- day: nothing of a single sheet stands here. The branch is a plain text, so that an action outlives a
-- branch that was closed. Steps, follow-ups and history are replaced whole with their action; `revision`
-- counts the changes, so that a change knows which state it starts from. An `n` of 0 says that only
-- «5–9 answers» may be told.

create table action (
  id integer primary key,
  revision integer not null,
  proposal text,
  what text not null,
  why text not null,
  owner text not null,
  branch text,
  due text not null,
  promised real,
  cost text not null,
  status text not null,
  constraint action_status check
    (status in ('planned', 'doing', 'checked', 'kept', 'changed', 'dropped')),
  constraint action_what check (what <> '')
) strict;

create table action_finding (
  action integer primary key references action (id) on delete cascade,
  origin text not null,
  kind text not null,
  measure text not null,
  dimension text,
  channel text,
  title_ru text not null,
  title_en text not null,
  audience text not null,
  branch text,
  wave text not null,
  noted text,
  value real,
  low real,
  high real,
  n integer,
  constraint action_finding_kind check (kind in ('dimension', 'item', 'outcome', 'competency')),
  constraint action_finding_interval check ((low is null) = (high is null)),
  constraint action_finding_n check (n is null or n >= 0)
) strict;

create table action_step (
  action integer not null references action (id) on delete cascade,
  ordinal integer not null,
  words text not null,
  is_done integer not null,
  primary key (action, ordinal)
) strict;

create table action_follow_up (
  action integer not null references action (id) on delete cascade,
  day text not null,
  is_done integer not null,
  primary key (action, day)
) strict;

create table action_history (
  action integer not null references action (id) on delete cascade,
  ordinal integer not null,
  day text not null,
  status text not null,
  primary key (action, ordinal)
) strict;
