-- The branch and staff group of everybody rated, beside the position, as of the day a round opened: who
-- moves later must not move the figures of a branch in a round that has begun. Rounds that were opened
-- by an earlier version have nothing here and are read with the branches of today.

alter table round_position add column branch text;
alter table round_position add column staff_group text;
