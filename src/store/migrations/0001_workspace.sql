-- The first shape of a workspace.
--
-- What staff answered is kept as columns of bytes per wave and dimension, in shuffled order and
-- without times: a table with a row per sheet would tell by its page layout in which order the
-- sheets came. No table joins a person with an answer, and none names a person.

create table setting (
  key text primary key,
  value text not null
) strict;

create table branch (
  code text primary key,
  name text not null,
  region text not null,
  format text not null,
  contact integer not null,
  back_office integer not null,
  constraint branch_code_given check (length(code) > 0),
  constraint branch_head_counts check (contact >= 0 and back_office >= 0)
) strict;

create table position (
  title text primary key,
  staff_group text not null,
  constraint position_group check (staff_group in ('contact', 'back_office'))
) strict;

-- The company's own questionnaires, and the exact text that each wave was asked.
create table questionnaire (
  id text primary key,
  source text not null
) strict;

create table wave (
  code text primary key,
  ordinal integer not null,
  name text not null,
  state text not null,
  questionnaire text not null,
  questionnaire_source text not null,
  opens text,
  closes text,
  customers_from text,
  customers_to text,
  min_group integer not null,
  constraint wave_state check (state in ('draft', 'open', 'closed')),
  constraint wave_min_group check (min_group >= 5)
) strict;

create table answer_class (
  wave text not null references wave (code) on delete cascade,
  ordinal integer not null,
  branches text not null,
  staff_group text,
  invited_contact integer,
  invited_back_office integer,
  primary key (wave, ordinal)
) strict;

-- One row per dimension block: which class each row belongs to, two bytes a row.
create table answer_block (
  wave text not null references wave (code) on delete cascade,
  ordinal integer not null,
  dimension text not null,
  is_linked integer not null,
  classes blob not null,
  primary key (wave, ordinal)
) strict;

-- One row per item: an answer a byte, 255 for none.
create table answer_column (
  wave text not null,
  block integer not null,
  ordinal integer not null,
  item text not null,
  answers blob not null,
  primary key (wave, block, ordinal),
  foreign key (wave, block) references answer_block (wave, ordinal) on delete cascade
) strict;

create table staff_score (
  branch text not null,
  audience text not null,
  wave text not null references wave (code) on delete cascade,
  dimension text not null,
  title text not null,
  value real not null,
  n integer,
  primary key (branch, audience, wave, dimension)
) strict;

-- The key makes a second import of the same file replace, not double.
create table outcome (
  branch text not null,
  period text not null,
  channel text not null,
  measure text not null,
  promoters integer,
  passives integer,
  detractors integer,
  value real,
  n integer,
  primary key (branch, period, channel, measure),
  constraint outcome_counts_or_value check ((promoters is null) <> (value is null))
) strict;

create table benchmark (
  subject text not null,
  source text not null,
  period text not null,
  value real not null,
  primary key (subject, source, period)
) strict;

-- Fingerprints of imported answer files, so that the same file is not counted twice.
create table imported_file (
  wave text not null references wave (code) on delete cascade,
  fingerprint text not null,
  primary key (wave, fingerprint)
) strict;

-- Column mappings that the user asked to remember, by the heads of the file.
create table mapping (
  kind text not null,
  heads text not null,
  mapping text not null,
  primary key (kind, heads)
) strict;

-- What has left the program: the day, never the hour.
create table release (
  number integer primary key,
  day text not null,
  wave text not null,
  scope text not null,
  branch text not null,
  lang text not null,
  file text not null,
  fingerprint text not null
) strict;
