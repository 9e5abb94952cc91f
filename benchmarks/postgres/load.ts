import type { Coordinates, Vacancy } from '../../src/engine/matching/index.ts'
import { type TransferModel, transferModel } from '../../src/engine/taxonomy/index.ts'
import type { DemandList } from './demands.ts'

/** What both loading and asking need of a connection. */
export interface Connection {
  query(sql: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>
}

/** Places by number: the person's reach is given as numbers. */
export class PlaceList {
  readonly all: Coordinates[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(place: Coordinates): number {
    const key = place.join(' ')
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.all.length)
    return this.all.push(place) - 1
  }
}

const plainTables = `
create table vacancy (
  id integer primary key, place integer, remote_share smallint, hours_min smallint, hours_max smallint, days smallint, wage_max integer,
  work_level smallint, or_years smallint, diploma_level smallint, diploma_fields text[], experience_years smallint,
  certificate boolean not null, sponsors boolean, latest_start smallint, carried boolean not null, weights integer not null);
create table vacancy_language (vacancy integer not null references vacancy, code text not null, level smallint not null, primary key (vacancy, code));
create table vacancy_licence (vacancy integer not null references vacancy, code text not null, primary key (vacancy, code));
create table requirement (vacancy integer not null references vacancy, demand integer not null, weight smallint not null, primary key (vacancy, demand));
`

/**
 * Two ways to spare it work. Every term of a vacancy in one row, with its requirements in an index by vacancy; and every term beside
 * every requirement, so that one index holds all that a query reads. Languages are columns: these worlds ask two.
 */
const tunedTables = `
create table vacancy_flat as
  select v.*, (select level from vacancy_language l where l.vacancy = v.id and code = 'nl') as nl,
    (select level from vacancy_language l where l.vacancy = v.id and code = 'en') as en,
    array(select code from vacancy_licence l where l.vacancy = v.id) as licences
  from vacancy v;
create index requirement_covering on requirement (vacancy) include (demand, weight);
create table asked as select r.demand, r.vacancy, r.weight, v.* from requirement r join vacancy_flat v on v.id = r.vacancy;
create index asked_covering on asked (demand, vacancy) include (weight, weights, place, remote_share, hours_min, hours_max, days, wage_max,
  work_level, or_years, diploma_level, diploma_fields, experience_years, certificate, sponsors, latest_start, carried, nl, en, licences);
`
const tables = ['vacancy', 'vacancy_language', 'vacancy_licence', 'requirement', 'vacancy_flat', 'asked']

/** The vacancies of a world in all schemas; each row is numbered as its vacancy stands in `vacancies`. */
export async function load(db: Connection, vacancies: readonly Vacancy[], demands: DemandList, places: PlaceList): Promise<void> {
  await db.query(plainTables)
  const batch = 5_000
  for (let from = 0; from < vacancies.length; from += batch) {
    const some = vacancies.slice(from, from + batch)
    await db.query('insert into vacancy select * from json_populate_recordset(null::vacancy, $1)', [
      JSON.stringify(some.map((vacancy, at) => row(vacancy, from + at, places))),
    ])
    const beside = async (table: string, rows: readonly object[]): Promise<unknown> =>
      db.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)])
    const each = <T>(make: (vacancy: Vacancy, number: number) => readonly T[]): T[] =>
      some.flatMap((one, at) => make(one, from + at))
    await beside(
      'vacancy_language',
      each(({ languages = [] }, vacancy) => languages.map(({ code, level }) => ({ vacancy, code, level }))),
    )
    await beside(
      'vacancy_licence',
      each(({ licences = [] }, vacancy) => licences.map((code) => ({ vacancy, code }))),
    )
    await beside(
      'requirement',
      each(({ requirements }, vacancy) =>
        requirements.map((one) => ({ vacancy, demand: demands.numberOf(one), weight: weightOf(transferModel, one.weight) })),
      ),
    )
  }
  await db.query('create index requirement_demand on requirement (demand) include (vacancy, weight)')
  await db.query(tunedTables)
  for (const table of tables) await db.query(`vacuum analyze ${table}`)
}

function row(vacancy: Vacancy, id: number, places: PlaceList): object {
  const { hours, wageCents, workLevel, diplomaOnly, requirements } = vacancy
  return {
    id,
    place: vacancy.place && places.numberOf(vacancy.place),
    remote_share: vacancy.remoteShare,
    hours_min: hours?.[0],
    hours_max: hours?.[1],
    days: vacancy.days,
    wage_max: wageCents?.[1],
    work_level: workLevel?.level,
    or_years: workLevel?.orYears,
    diploma_level: diplomaOnly?.level,
    diploma_fields: diplomaOnly?.fields,
    experience_years: vacancy.experienceYears,
    certificate: vacancy.certificateOfConduct === true,
    sponsors: vacancy.sponsorsPermit,
    latest_start: vacancy.latestStart,
    carried: vacancy.carriedBy !== undefined,
    weights: requirements.reduce((sum, one) => sum + weightOf(transferModel, one.weight), 0),
  }
}

function weightOf({ weights }: TransferModel, weight: keyof TransferModel['weights']): number {
  return weights[weight]
}
