import { minutesBetween, type Person } from '../../src/engine/matching/index.ts'
import type { Settings } from '../../src/engine/planning/index.ts'
import type { PlaceList } from './load.ts'

/**
 * Terms in low (what is unknown counts as unmet), as section 12 of docs/engine/definitions.md has them. `v` is a row with the columns of a
 * vacancy; $1 and $2 are the person's worth per demand, the rest the person's terms in the order of `valuesOf`.
 */
const terms = `
  not v.carried
  and case when $3::int is null then v.hours_min is null else v.hours_min is not null and greatest(v.hours_min, $3::int) <= least(v.hours_max, $4::int) end
  and case when $5::int is null then v.days is null else v.days is not null and v.days::int & ~ $5::int = 0 end
  and ($6::int[] is null or coalesce(v.remote_share, 0) = 100 or coalesce(v.remote_share >= $7::int, false) or coalesce(v.place = any($6::int[]), false))
  and ($8::int is null or coalesce($8::bigint * 1200 <= v.wage_max::bigint * 52 *
    case when $4::int is null then v.hours_max when v.hours_max is null or greatest(v.hours_min, $3::int) > least(v.hours_max, $4::int) then $4::int
      else least(v.hours_max, $4::int) end, false))
  and (v.work_level is null or coalesce($9::int >= v.work_level, false) or coalesce($10::int >= v.or_years, false))
  and (v.experience_years is null or coalesce($10::int >= v.experience_years, false))
  and (v.diploma_level is null or exists (select from unnest($11::int[], $12::text[]) d (level, field) where d.level >= v.diploma_level
    and (v.diploma_fields = '{}' or exists (select from unnest(v.diploma_fields) f where d.field like f || '%'))))
  and (not v.certificate or coalesce($13::boolean, false))
  and (not coalesce($14::boolean, false) or coalesce(v.sponsors, false))
  and (v.latest_start is null or $15::int <= v.latest_start)`

const best = 'order by fit desc, vacancy limit 20'

/** Languages and licences, where they are columns. */
const flatTerms = `
  and (v.nl is null or coalesce(($16::jsonb ->> 'nl')::int, 0) >= v.nl) and (v.en is null or coalesce(($16::jsonb ->> 'en')::int, 0) >= v.en)
  and v.licences <@ coalesce($17::text[], '{}')`

const worth = 'unnest($1::int[], $2::int[]) w (demand, credit)'
const fitOf = (row: string, weights: string): string =>
  `sum(${row}.weight * w.credit) as worth, ${weights} as weights, sum(${row}.weight * w.credit)::float8 / ${weights} as fit`

export const queries = {
  /** Normalised tables with their primary keys and an index on the demand. */
  plain: `
select r.vacancy, ${fitOf('r', 'v.weights')} from ${worth} join requirement r using (demand) join vacancy v on v.id = r.vacancy
where ${terms}
  and not exists (select from vacancy_language l where l.vacancy = v.id and coalesce(($16::jsonb ->> l.code)::int, 0) < l.level)
  and not exists (select from vacancy_licence l where l.vacancy = v.id and not coalesce(l.code = any($17::text[]), false))
group by r.vacancy, v.weights ${best}`,
  /** The terms of all vacancies first, then the requirements of those that are left. */
  'terms first': `
with eligible as materialized (select v.id, v.weights from vacancy_flat v where ${terms} ${flatTerms})
select r.vacancy, ${fitOf('r', 'e.weights')} from eligible e join requirement r on r.vacancy = e.id join ${worth} using (demand)
group by r.vacancy, e.weights ${best}`,
  /** One table with everything, read from one covering index and nothing else. */
  'covering index': `
select v.vacancy, ${fitOf('v', 'v.weights')} from ${worth} join asked v using (demand) where ${terms} ${flatTerms}
group by v.vacancy, v.weights ${best}`,
} as const

/** $1 to $17. Whatever needs no vacancy is worked out beforehand: worth per demand, the places within reach, the first free week. */
export function valuesOf(
  person: Person,
  worth: { readonly demands: readonly number[]; readonly credits: readonly number[] },
  places: PlaceList,
  settings: Settings,
): unknown[] {
  const { hours, place, diplomas } = person
  const reach = place && places.all.flatMap((to, number) => (within(place, to, settings) ? [number] : []))
  return [
    ...[worth.demands, worth.credits],
    ...[hours?.[0], hours?.[1], person.days],
    ...[reach, place?.remoteShareEnough],
    ...[person.wageFloorMonthEuro, person.workLevel, person.experienceYears],
    ...[diplomas?.map(({ level }) => level), diplomas?.map(({ field }) => field)],
    ...[person.certificateOfConduct, person.needsPermitSponsor],
    Math.max(settings.thisWeek, person.availableFrom ?? settings.thisWeek),
    JSON.stringify(person.languages ?? {}),
    person.licences,
  ].map((value) => value ?? null)
}

function within(place: NonNullable<Person['place']>, to: PlaceList['all'][number], { kmPerHour }: Settings): boolean {
  return minutesBetween(place.at, to, kmPerHour[place.mode]) <= place.maxMinutes
}
