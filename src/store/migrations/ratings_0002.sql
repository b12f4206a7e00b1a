-- What roles needed on the day a round opened, and which position everybody had then: later changes of
-- profiles and positions must not move the gaps of a round that has begun. Rounds that were opened by
-- an earlier version have nothing here and are read with the profiles of today.

alter table round add column is_frozen integer not null default 0;

create table round_profile (
  round text not null,
  id text not null,
  place integer not null,
  name_ru text not null,
  name_en text not null,
  required text not null,
  constraint round_profile_key primary key (round, id),
  constraint round_profile_round foreign key (round) references round (code) on delete cascade
) strict;

create table round_role (
  round text not null,
  position text not null,
  profile text not null,
  constraint round_role_key primary key (round, position),
  constraint round_role_round foreign key (round) references round (code) on delete cascade
) strict;

create table round_position (
  round text not null,
  person integer not null,
  position text not null,
  constraint round_position_key primary key (round, person),
  constraint round_position_round foreign key (round) references round (code) on delete cascade,
  constraint round_position_person foreign key (person) references person (id) on delete cascade
) strict;
