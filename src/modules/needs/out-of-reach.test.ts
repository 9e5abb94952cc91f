/** Proof that nothing that ranks people or vacancies can reach what somebody needs to be able to work, or sex, age, origin and health. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type ServedApi, serveApi, testDay } from '../../../test/api/serve-api.ts'
import { actAs, createIds } from '../../platform/index.ts'
import { createMatchProfiles, type PeopleShown } from '../match-profiles/index.ts'
import { profileSchema } from '../people/index.ts'
import type { AccountActor } from '../permissions/index.ts'

const source = resolve(import.meta.dirname, '../..')

/** Where anything begins that ranks, counts or finds: all that these reach is looked at too. */
const ranking = [
  ...['engine', 'modules/matching', 'modules/engines', 'modules/planning', 'modules/pool-effects', 'modules/match-profiles'],
  ...['modules/vacancies', 'modules/vacancy-checks', 'modules/people', 'modules/trainings', 'modules/occupations'],
]

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*(?:\{[^}]*\}[^'"\n;]*)?from\s*['"](\.[^'"]+)['"]|(?:^|\n)\s*import\s*['"](\.[^'"]+)['"]|\bimport\(\s*['"](\.[^'"]+)['"]/g

type Read = (file: string) => string
const readSource: Read = (file) => readFileSync(join(source, file), 'utf8')

const filesIn = (folder: string): string[] =>
  readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('-for-tests') && !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)

/** All files that these import, and what those import, types too. */
function reached(from: readonly string[], read: Read): Set<string> {
  const seen = new Set<string>()
  const todo = [...from]
  for (let file = todo.pop(); file !== undefined; file = todo.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const found of read(file).matchAll(importPattern)) {
      const target = relative(source, resolve(source, dirname(file), found[1] ?? found[2] ?? found[3] ?? '')).replaceAll(
        '\\',
        '/',
      )
      if (target.endsWith('.ts') && !target.startsWith('..')) todo.push(target)
    }
  }
  return seen
}

function leaks(read: Read): string[] {
  return [...reached(ranking.flatMap(filesIn), read)].filter(
    (file) => file.startsWith('modules/needs/') || /account_needs|need_release/.test(read(file)),
  )
}

describe('by imports', () => {
  test('nothing that ranks imports what people need, or names its tables', () => {
    const all = reached(ranking.flatMap(filesIn), readSource)
    expect(all.size).toBeGreaterThan(200)
    expect(leaks(readSource)).toEqual([])
  })

  test('an import or a query that is planted anywhere among them is found', () => {
    const planted =
      (line: string): Read =>
      (file) =>
        file === 'modules/matching/resident.ts' ? `${line}\n${readSource(file)}` : readSource(file)
    expect(leaks(planted(`import { createNeeds } from '../needs/index.ts'`))).toContain('modules/needs/index.ts')
    expect(leaks(planted(`// select sealed from account_needs`))).toEqual(['modules/matching/resident.ts'])
  })
})

/** Words that no field of a ranking input may have, in Dutch and English. */
const forbidden = new Set([
  ...[
    'sex',
    'gender',
    'geslacht',
    'man',
    'vrouw',
    'male',
    'female',
    'age',
    'leeftijd',
    'birth',
    'born',
    'geboorte',
    'geboortedatum',
  ],
  ...[
    'ethnic',
    'ethnicity',
    'race',
    'ras',
    'nationality',
    'nationaliteit',
    'herkomst',
    'afkomst',
    'citizenship',
    'birthplace',
    'religion',
    'geloof',
  ],
  ...[
    'health',
    'gezondheid',
    'disability',
    'handicap',
    'beperking',
    'illness',
    'ziekte',
    'diagnosis',
    'diagnose',
    'sick',
    'pregnancy',
    'pregnant',
  ],
  ...[
    'marital',
    'accommodation',
    'accommodations',
    'accommodationneeds',
    'need',
    'aanpassing',
    'aanpassingen',
    'bsn',
    'photo',
    'name',
  ],
])

const wordsOf = (field: string): string[] =>
  field
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)

const refused = (fields: Iterable<string>): string[] =>
  [...fields].filter((field) => wordsOf(field).some((word) => forbidden.has(word)))

/** Names of all fields of a schema, however deep. */
function fieldsOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(fieldsOf)
  if (typeof schema !== 'object' || schema === null) return []
  const own = Object.keys((schema as { properties?: object }).properties ?? {})
  return [...own, ...Object.values(schema).flatMap(fieldsOf)]
}

/** Names of all fields of the interfaces in a file. */
const fieldsInFile = (file: string): string[] =>
  [...readSource(file).matchAll(/^\s+readonly (\w+)\??:/gm)].map(([, name]) => name ?? '')

describe('by fields', () => {
  test('a profile has no field for any of it', () => {
    const fields = fieldsOf(z.toJSONSchema(profileSchema, { io: 'input' }))
    expect(fields.length).toBeGreaterThan(25)
    expect(refused(fields)).toEqual([])
    expect(profileSchema.safeParse({ needs: ['quiet-place'] }).success).toBe(false)
  })

  test('the person and the vacancy of the engine have none either', () => {
    const files = filesIn('engine').filter((file) => /interface (?:Person|Vacancy|Term\w*|Requirement)\b/.test(readSource(file)))
    const fields = files.flatMap(fieldsInFile)
    expect(fields).toEqual(expect.arrayContaining(['answers', 'hours', 'requirements']))
    expect(refused(fields)).toEqual([])
  })

  test('the words bite', () => {
    expect(refused(['hours', 'ageGroup', 'birthYear', 'accommodationNeeds', 'needsPermitSponsor', 'languages'])).toEqual([
      'ageGroup',
      'birthYear',
      'accommodationNeeds',
    ])
  })
})

describe('by running', () => {
  let served: ServedApi
  beforeAll(async () => {
    served = await serveApi({ limits: { api: 10_000, computing: 10_000 } })
  })
  afterAll(() => served?.close())

  const ada: AccountActor = { kind: 'account', account: 'ada', session: 's', administrator: false, memberships: [] }
  const recruiter: AccountActor = {
    ...ada,
    account: 'rik',
    memberships: [{ organisation: 'keiland', kind: 'employer', roles: ['recruiter'] }],
  }
  const profile = profileSchema.parse({
    occupations: ['system-administrator'],
    answers: { python: 3 },
    hours: [24, 36],
    municipality: 'Utrecht',
  })

  async function everything(vacancies: readonly string[]): Promise<string> {
    const { modules, app } = served
    const answers: unknown[] = []
    for (const [url, payload] of [
      ['/api/v1/matches', { profile }],
      ['/api/v1/plans', { profile }],
      ['/api/v1/doors', { profile }],
      ...vacancies.map((vacancy) => ['/api/v1/pool-effects', { vacancy }] as const),
    ] as const) {
      const response = await app.inject({ method: 'POST', url, payload })
      expect(response.statusCode, response.body).toBe(200)
      answers.push(response.json())
    }
    const profiles = matchProfiles()
    for (const vacancy of vacancies) answers.push(await profiles.forVacancy(recruiter, vacancy, 'nl'))
    const rows = modules.engineSource.rows(await modules.residents.current())
    for await (const some of rows.people) answers.push(some)
    for await (const some of rows.found) answers.push(some)
    for await (const some of rows.vacancies) answers.push(some)
    return JSON.stringify(answers)
  }

  const matchProfiles = () => {
    const { modules, db } = served
    const clock = { now: () => testDay }
    return createMatchProfiles({
      db,
      clock,
      ids: createIds(clock),
      engines: modules.engines,
      skills: modules.skills,
      vacancies: modules.vacancies,
      regions: modules.regions,
      isDemo: async () => false,
      organisationOf: async () => 'keiland',
      mayList: async () => {},
      record: async () => {},
      secret: 'x'.repeat(32),
    })
  }

  test('every match, plan, door, pool effect and list of people is the same to the letter with and without needs', {
    timeout: 60_000,
  }, async () => {
    const { modules, db } = served
    await actAs(db, { task: 'test' }, async (inside) => {
      await inside.query(
        `insert into account (id, email, email_folded, created_at, seen_on) values ('ada', 'a', 'a', now(), current_date)`,
      )
      await inside.query(`insert into organisation (id, name, kind, created_at) values ('keiland', 'K', 'employer', now())`)
      await matchProfiles().publish(inside, 'ada', profile)
    })
    const vacancies = (await modules.vacancies.allPublished()).slice(0, 5).map(({ id }) => id)
    const without = await everything(vacancies)
    const all = modules.needs.groups.flatMap(({ needs }) => needs.map(({ id }) => id))
    await modules.needs.set(ada, all)
    await modules.needs.release(ada, { organisation: 'keiland', until: '2026-12-31', ids: all })
    expect(await everything(vacancies)).toBe(without)
    expect(without.length).toBeGreaterThan(10_000)
    const lists = JSON.parse(without) as readonly PeopleShown[]
    expect(lists.length).toBeGreaterThan(10)
  })
})
