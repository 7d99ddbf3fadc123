-- The notice board asks for what is ahead, everywhere or in a village.
create index duty_board on duty (day, area_code) where state in ('PLANNED', 'OPEN');
