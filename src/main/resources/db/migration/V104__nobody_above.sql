-- Late at the highest level: nobody is above who could take it over, so the office of the leading group follows it (S9.8).
alter table issue add column nobody_above boolean not null default false;
drop index issue_unsolved;
create index issue_unsolved on issue (host_unit_id, id)
    where result in ('PARTLY_RESOLVED', 'UNRESOLVABLE') or parked or dissatisfied >= 2 or nobody_above;
