-- What was told, for proving later releases together with it: figures and the counts behind them at
-- that time, in the form of `app::audit::Told`. Nothing of a single sheet.
create table told (
  number integer primary key,
  -- the first release that told it
  release integer not null,
  facts blob not null
) strict;
