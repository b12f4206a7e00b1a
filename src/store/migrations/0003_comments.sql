-- What HR hides of comments. A mask is a range of characters of a stored comment, never a changed
-- text: what stood there can come back until comments of the wave have left the program. Only where HR
-- destroys a passage for good is the text itself replaced, and the mask stays to tell of it.

create table comment_mask (
  wave text not null,
  comment integer not null,
  first integer not null,
  past integer not null,
  is_destroyed integer not null default 0,
  primary key (wave, comment, first),
  foreign key (wave, comment) references comment (wave, ordinal) on delete cascade,
  constraint comment_mask_range check (first >= 0 and past > first)
) strict;

-- The seed by which the order of comments is drawn: secret, so that nobody can tell from a report in
-- which order they lie here, and fixed, so that every report has them alike. And whether comments of
-- the wave have left the program.
create table comment_wave (
  wave text primary key references wave (code) on delete cascade,
  seed integer not null,
  is_exported integer not null default 0
) strict;

insert into comment_wave (wave, seed) select distinct wave, random() from comment;
