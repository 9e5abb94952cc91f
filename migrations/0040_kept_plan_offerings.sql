-- How many people keep a plan with a training in it is counted for its educator (`modules/kept-plans/count-kept.ts`): by what their facts name.
create index kept_plan_facts on kept_plan using gin (facts jsonb_path_ops);
