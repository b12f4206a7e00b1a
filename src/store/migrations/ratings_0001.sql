-- People and their ratings: personal data in an image of its own, sealed under a key of its own.
-- Nothing here names a survey, a wave or a code of one; nothing in the other image names a person.
-- Branches and positions are text: the two images share no key that a query could join on.

create table person (
  id integer primary key,
  name text not null,
  position text not null,
  branch text not null,
  staff_group text not null,
  manager integer,
  left_on text,
  constraint person_once unique (branch, position, name),
  constraint person_group check (staff_group in ('contact', 'back_office')),
  constraint person_named check (length(name) between 1 and 120),
  constraint person_manager foreign key (manager) references person (id) on delete set null,
  constraint person_own_manager check (manager is not id)
) strict;

create table model (
  id text primary key,
  source text not null
) strict;

create table role_profile (
  model text not null,
  id text not null,
  name_ru text not null,
  name_en text not null,
  required text not null,
  constraint role_profile_key primary key (model, id)
) strict;

create table position_role (
  position text primary key,
  profile text not null
) strict;

create table round (
  code text primary key,
  name text not null,
  model text not null,
  model_source text not null,
  opens text not null,
  closes text not null,
  keep_until text not null,
  kept_because text not null,
  weight_manager integer not null,
  weight_peer integer not null,
  weight_shopper integer not null,
  state text not null,
  salt blob not null,
  constraint round_state check (state in ('draft', 'open', 'closed'))
) strict;

-- A rater is a person, a mystery shopper by name, or nobody any more (rater_kind 'erased').
create table assignment (
  id integer primary key,
  round text not null,
  ratee integer not null,
  rater_kind text not null,
  rater integer,
  shopper text not null,
  source text not null,
  visit text,
  state text not null,
  constraint assignment_rater_kind check (rater_kind in ('person', 'shopper', 'erased')),
  constraint assignment_source check (source in ('self', 'manager', 'peer', 'mystery_shopper')),
  constraint assignment_state check (state in ('none', 'draft', 'handed_in')),
  constraint assignment_round foreign key (round) references round (code) on delete cascade,
  constraint assignment_ratee foreign key (ratee) references person (id) on delete cascade
) strict;

create unique index assignment_once
  on assignment (round, ratee, coalesce(rater, 0), shopper, coalesce(visit, ''))
  where rater_kind <> 'erased';
create index assignment_rater on assignment (rater);

-- Marks: 1 to 5 a level, 0 not observed; a competency without a row has no mark.
create table mark (
  assignment integer not null,
  competency text not null,
  level integer,
  evidence text not null,
  constraint mark_key primary key (assignment, competency),
  constraint mark_level check (level is null or level between 0 and 5),
  constraint mark_assignment foreign key (assignment) references assignment (id) on delete cascade
) strict;

create table sin_seen (
  assignment integer not null,
  sin text not null,
  constraint sin_seen_key primary key (assignment, sin),
  constraint sin_seen_assignment foreign key (assignment) references assignment (id) on delete cascade
) strict;

-- Codes of raters as salted hashes: they find a list on a shared computer, nothing more.
create table rater_code (
  round text not null,
  rater integer not null,
  hash blob not null,
  constraint rater_code_key primary key (round, rater),
  constraint rater_code_round foreign key (round) references round (code) on delete cascade,
  constraint rater_code_rater foreign key (rater) references person (id) on delete cascade
) strict;

create table appraisal (
  round text not null,
  person integer not null,
  question text not null,
  answer text not null,
  constraint appraisal_key primary key (round, person, question),
  constraint appraisal_round foreign key (round) references round (code) on delete cascade,
  constraint appraisal_person foreign key (person) references person (id) on delete cascade
) strict;

create table goal (
  id integer primary key,
  person integer not null,
  competency text not null,
  goal text not null,
  action text not null,
  due text,
  follow_up text not null,
  state text not null,
  constraint goal_state check (state in ('planned', 'doing', 'done', 'dropped')),
  constraint goal_person foreign key (person) references person (id) on delete cascade
) strict;

create table successor (
  branch text not null,
  position text not null,
  person integer not null,
  readiness text not null,
  constraint successor_key primary key (branch, position, person),
  constraint successor_readiness check (readiness in ('now', 'year', 'later')),
  constraint successor_person foreign key (person) references person (id) on delete cascade
) strict;
