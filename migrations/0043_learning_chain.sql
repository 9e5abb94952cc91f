-- Learning while working as one chain: what learning takes of those who guide (`modules/senior-hours/draw.ts`), and people who start at any time
-- (`modules/enrolments/README.md`).

-- A week of which nobody said how many hours there are: null. What is drawn of it counts, and nothing holds it back, until somebody says how many there
-- are; the check of the table then sees both. Hours that are booked by hand ask for a number still.
alter table senior_week alter column budget_minutes drop not null;

-- Taken by a placement, a cohort or an award, which give it back themselves: nobody releases it by hand.
alter table senior_booking add column drawn boolean not null default false;

-- Minutes a week that guiding takes, as they were agreed. Null before it was offered, where nobody chose: the dated rule of that day is written in then.
alter table placement add column supervisor_minutes int check (supervisor_minutes between 0 and 3600);
alter table placement add column coach_minutes int check (coach_minutes between 0 and 3600);

-- Of an offering that people start at any time: the first day of the month they would like to begin in. The start is the last day of that month until
-- the educator sets the day itself, and admits to it. Null: a start with a day.
alter table enrolment add column wished_month date;
