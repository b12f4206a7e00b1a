-- Own collection: what HR decided before a wave opened, the packs of its stations, and the sealed
-- records on their way. Records lie here as one canonical value per station, sorted by their bytes:
-- a row per record would tell the order in which they came.

-- Keys that belong to the company, by name.
create table secret (
  name text primary key,
  value blob not null
) strict;

create table wave_design (
  wave text primary key references wave (code) on delete cascade,
  level integer not null,
  company_view integer not null,
  pools text not null,
  plan blob,
  wave_key blob,
  destroy_on text,
  constraint wave_design_level check (level in (1, 2))
) strict;

create table wave_witness (
  wave text not null references wave_design (wave) on delete cascade,
  ordinal integer not null,
  card blob not null,
  words text not null,
  primary key (wave, ordinal)
) strict;

create table station (
  wave text not null references wave_design (wave) on delete cascade,
  ordinal integer not null,
  name text not null,
  branches text not null,
  pack blob,
  words text,
  records blob,
  primary key (wave, ordinal),
  constraint station_name_once unique (wave, name)
) strict;

-- Comments of a closed wave, sorted by their text inside a class: no link to any rating.
create table comment (
  wave text not null references wave (code) on delete cascade,
  ordinal integer not null,
  class integer not null,
  item text not null,
  words text not null,
  primary key (wave, ordinal)
) strict;

-- The dimension scores of whole sheets in three bands, without class; one byte an answer.
create table company_view (
  wave text not null references wave (code) on delete cascade,
  ordinal integer not null,
  dimension text not null,
  bands blob not null,
  primary key (wave, ordinal)
) strict;
