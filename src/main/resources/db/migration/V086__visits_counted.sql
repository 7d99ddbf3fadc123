-- Visits made before there was anything to count are counted too.
insert into work_done (id, campaign_id, kind, source_id, day, late, person_id, unit_id, area_code, household_id)
select gen_random_uuid(), f.campaign_id, 'visit.' || lower(v.kind), v.id, v.visited_on, v.late, v.person_id, f.unit_id,
    f.group_code, v.household_id
from visit v join household_file f on f.id = v.file_id where v.result = 'VISITED'
on conflict do nothing;
