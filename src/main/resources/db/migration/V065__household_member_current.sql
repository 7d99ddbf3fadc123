-- A correction ends one row and adds another: whether a member has one current row is asked when both are written.
drop index household_member_current;
alter table household_member add constraint household_member_current
    exclude using btree (member_id with =) where (ended_at is null) deferrable initially deferred;
