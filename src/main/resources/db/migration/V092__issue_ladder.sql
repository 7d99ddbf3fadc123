-- Which deadline somebody was reminded of is known from the steps of the ladder.
alter table issue drop column reminded_for;
alter table issue drop column reported_for;
