import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * The checks of the vocabulary (data/vocabulary/README.md), on its files as they stand. Each check must also catch a fault planted in a copy:
 * one that looks at nothing finds nothing.
 */
interface SkillRecord {
  id: string
  kind: string
  nl: string
  en: string
  altNl?: string[]
  altEn?: string[]
  broader?: string[]
  related?: string[]
  esco?: string | string[]
  escoClose?: string | string[]
}
interface OccupationRecord {
  id: string
  nl: string
  en: string
  altNl?: string[]
  altEn?: string[]
  esco?: string | string[]
  escoClose?: string | string[]
  isco?: string
  brc?: string
  ict: boolean
  level?: number
  nlqf?: number
  skills: { skill: string; weight: string; level?: number }[]
}
interface Vocabulary {
  skills: SkillRecord[]
  occupations: OccupationRecord[]
}
type Named = SkillRecord | OccupationRecord

const folder = join(import.meta.dirname, 'vocabulary')
const readAll = <T>(name: string): T[] =>
  readdirSync(join(folder, name))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => JSON.parse(readFileSync(join(folder, name, file), 'utf8')) as T[])
const vocabulary: Vocabulary = { skills: readAll('skills'), occupations: readAll('occupations') }

/** A copy with a fault in it. */
function planted(plant: (copy: Vocabulary) => void): Vocabulary {
  const copy = structuredClone(vocabulary)
  plant(copy)
  return copy
}
const skill = ({ skills }: Vocabulary, id: string): SkillRecord => skills.find((one) => one.id === id)!
const occupation = ({ occupations }: Vocabulary, id: string): OccupationRecord => occupations.find((one) => one.id === id)!
const all = ({ skills, occupations }: Vocabulary): Named[] => [...skills, ...occupations]
const urisOf = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat())

/** Each gives what is wrong, in words that lead to the record. */
const checks = {
  ids({ skills, occupations }: Vocabulary): string[] {
    const problems: string[] = []
    const known = new Set(skills.map(({ id }) => id))
    for (const records of [skills, occupations]) {
      const seen = new Set<string>()
      for (const { id } of records) {
        if (seen.has(id)) problems.push(`${id} stands there twice`)
        if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) problems.push(`${id} is no id`)
        seen.add(id)
      }
    }
    for (const { id, broader = [], related = [] } of skills) {
      for (const other of [...broader, ...related]) if (!known.has(other) || other === id) problems.push(`${id} names ${other}`)
    }
    for (const { id, skills: asked } of occupations) {
      for (const { skill: other } of asked) if (!known.has(other)) problems.push(`${id} asks ${other}`)
    }
    return problems
  },

  circles({ skills }: Vocabulary): string[] {
    const broader = new Map(skills.map((one) => [one.id, one.broader ?? []]))
    const state = new Map<string, 'open' | 'done'>()
    const problems: string[] = []
    const visit = (id: string, path: readonly string[]): void => {
      if (state.get(id) === 'done') return
      if (state.get(id) === 'open') {
        problems.push([...path.slice(path.indexOf(id)), id].join(' > '))
        return
      }
      state.set(id, 'open')
      for (const above of broader.get(id) ?? []) visit(above, [...path, id])
      state.set(id, 'done')
    }
    for (const { id } of skills) visit(id, [])
    return problems
  },

  /** Every skill leads up to a group; a group stands on top, is of no use as `related` and is asked by no occupation. */
  groups({ skills, occupations }: Vocabulary): string[] {
    const byId = new Map(skills.map((one) => [one.id, one]))
    const reaches = (id: string, seen: Set<string>): boolean => {
      const record = byId.get(id)
      if (!record || seen.has(id)) return false
      seen.add(id)
      return record.kind === 'group' || (record.broader ?? []).some((above) => reaches(above, seen))
    }
    const isGroup = (id: string): boolean => byId.get(id)?.kind === 'group'
    return [
      ...skills.filter(({ id }) => !reaches(id, new Set())).map(({ id }) => `${id} leads to no group`),
      ...skills.filter(({ kind, broader = [] }) => kind === 'group' && broader.length > 0).map(({ id }) => `${id} is not on top`),
      ...skills.filter(({ related = [] }) => related.some(isGroup)).map(({ id }) => `${id} is related to a group`),
      ...occupations.filter(({ skills: asked }) => asked.some((one) => isGroup(one.skill))).map(({ id }) => `${id} asks a group`),
    ]
  },

  /** Among the skills and among the occupations, within a language, upper and lower case the same: one name, one record. */
  names({ skills, occupations }: Vocabulary): string[] {
    const problems: string[] = []
    const others = { nl: 'altNl', en: 'altEn' } as const
    for (const records of [skills, occupations] as Named[][]) {
      for (const language of ['nl', 'en'] as const) {
        const preferred = new Map<string, string>()
        const alternative = new Map<string, string>()
        for (const record of records) {
          const name = record[language].toLowerCase()
          const there = preferred.get(name)
          if (name.trim() === '' || there !== undefined)
            problems.push(`${record.id}: ${language} "${name}" is the name of ${there}`)
          preferred.set(name, record.id)
        }
        for (const record of records) {
          for (const name of new Set((record[others[language]] ?? []).map((one) => one.toLowerCase()))) {
            const there = preferred.get(name) ?? alternative.get(name)
            if (there !== undefined && there !== record.id)
              problems.push(`${record.id}: ${language} "${name}" is a name of ${there}`)
            alternative.set(name, record.id)
          }
        }
      }
    }
    return problems
  },

  /** A skill is mapped to a skill, an occupation to an occupation; what is exactly the same is so once. */
  esco(given: Vocabulary): string[] {
    const problems: string[] = []
    const taken = new Map<string, string>()
    const uri =
      /^http:\/\/data\.europa\.eu\/esco\/(skill|occupation)\/(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z]?\d+(?:\.\d+)*)$/
    for (const record of all(given)) {
      const kind = 'kind' in record ? 'skill' : 'occupation'
      for (const one of [...urisOf(record.esco), ...urisOf(record.escoClose)]) {
        if (uri.exec(one)?.[1] !== kind) problems.push(`${record.id}: ${one} is no ESCO ${kind}`)
      }
      for (const one of urisOf(record.esco)) {
        const there = taken.get(one)
        if (there !== undefined) problems.push(`${record.id}: ${one} is ${there} already`)
        taken.set(one, record.id)
      }
    }
    return problems
  },

  codes({ occupations }: Vocabulary): string[] {
    const brcCodes = ['0811', '0812', '0821', '0822', '05']
    return occupations.flatMap(({ id, isco, brc, ict, level, nlqf, skills }) => [
      ...(isco !== undefined && !/^[0-9]\d{3}$/.test(isco) ? [`${id}: ISCO ${isco} is no four digits`] : []),
      ...(brc !== undefined && !brcCodes.includes(brc) ? [`${id}: BRC ${brc} is none of ${brcCodes.join(' ')}`] : []),
      ...(brc !== expectedBrc(isco) ? [`${id}: BRC ${brc} does not follow from ISCO ${isco}`] : []),
      ...(ict && isco === undefined ? [`${id}: has no ISCO code`] : []),
      ...(level !== undefined && !isLevel(level) ? [`${id}: level ${level}`] : []),
      ...(nlqf !== undefined && !(Number.isInteger(nlqf) && nlqf >= 1 && nlqf <= 8) ? [`${id}: NLQF ${nlqf}`] : []),
      ...skills
        .filter((one) => one.level !== undefined && !isLevel(one.level))
        .map((one) => `${id}: ${one.skill} at ${one.level}`),
      ...skills
        .filter(({ weight }) => !['essential', 'important', 'somewhat'].includes(weight))
        .map((one) => `${id}: ${one.skill} as ${one.weight}`),
    ])
  },

  /** What was promised at least, and what there is: less than that is a loss. */
  size({ skills, occupations }: Vocabulary): string[] {
    const counts = {
      skills: skills.filter(({ kind }) => kind !== 'group').length,
      'ICT occupations': occupations.filter(({ ict }) => ict).length,
      'occupations people come from': occupations.filter(({ ict }) => !ict).length,
    }
    const least = { skills: 600, 'ICT occupations': 60, 'occupations people come from': 55 }
    return (Object.keys(least) as (keyof typeof least)[])
      .filter((name) => counts[name] < least[name])
      .map((name) => `${counts[name]} ${name}, fewer than ${least[name]}`)
  },
} satisfies Record<string, (given: Vocabulary) => string[]>

const isLevel = (level: number): boolean => [1, 2, 3, 4].includes(level)

/** BRC 2014 follows from ISCO-08; outside ICT it is left out. */
function expectedBrc(isco: string | undefined): string | undefined {
  if (isco === undefined) return undefined
  if (/^251[12349]$/.test(isco)) return '0811'
  if (/^252[1239]$/.test(isco)) return '0812'
  if (/^351[1-4]$/.test(isco)) return '0821'
  if (/^352[12]$/.test(isco)) return '0822'
  return isco === '1330' ? '05' : undefined
}

const escoSkill = 'http://data.europa.eu/esco/skill/'
const faults: Record<keyof typeof checks, readonly [what: string, plant: (copy: Vocabulary) => void, says: RegExp][]> = {
  ids: [
    ['an id used twice', (copy) => copy.skills.push({ ...skill(copy, 'sql') }), /sql stands there twice/],
    ['an id with capitals', (copy) => void (skill(copy, 'sql').id = 'SQL'), /SQL is no id/],
    ['a broader skill that is not there', (copy) => skill(copy, 'python').broader!.push('pyton'), /python names pyton/],
    ['a skill related to itself', (copy) => void (skill(copy, 'python').related = ['python']), /python names python/],
    [
      'an occupation that asks what is not there',
      (copy) => occupation(copy, 'cook').skills.push({ skill: 'coking', weight: 'essential' }),
      /cook asks coking/,
    ],
  ],
  circles: [
    [
      'two skills above each other',
      (copy) => skill(copy, 'databases').broader!.push('postgresql'),
      /postgresql.*> |databases.*> /,
    ],
    ['a skill above itself', (copy) => skill(copy, 'python').broader!.push('python'), /python > python/],
  ],
  groups: [
    ['a skill without anything above it', (copy) => void (skill(copy, 'databases').broader = []), /sql leads to no group/],
    ['a group below another', (copy) => void (skill(copy, 'group-data').broader = ['group-cloud']), /group-data is not on top/],
    [
      'a skill related to a group',
      (copy) => void (skill(copy, 'python').related = ['group-data']),
      /python is related to a group/,
    ],
    [
      'an occupation that asks a group',
      (copy) => occupation(copy, 'cook').skills.push({ skill: 'group-data', weight: 'somewhat' }),
      /cook asks a group/,
    ],
  ],
  names: [
    ['two skills with one Dutch name', (copy) => void (skill(copy, 'python').nl = 'sql'), /nl "sql" is the name of/],
    [
      'an other name that is the name of another skill',
      (copy) => void (skill(copy, 'python').altEn = ['SQL']),
      /python: en "sql" is a name of sql/,
    ],
    [
      'an other name that two occupations have',
      (copy) => {
        occupation(copy, 'cook').altNl = ['toverdrankmaker']
        occupation(copy, 'nurse').altNl = ['Toverdrankmaker']
      },
      /nl "toverdrankmaker" is a name of/,
    ],
    ['no name', (copy) => void (skill(copy, 'python').en = ' '), /python: en/],
  ],
  esco: [
    [
      'an address used twice',
      (copy) => void (skill(copy, 'python').esco = skill(copy, 'sql').esco!),
      /python: .* is sql already|sql: .* is python already/,
    ],
    ['half an address', (copy) => void (skill(copy, 'python').esco = `${escoSkill}598de5b0`), /python: .* is no ESCO skill/],
    [
      'a skill mapped to an occupation',
      (copy) => void (skill(copy, 'python').escoClose = occupation(copy, 'cook').esco!),
      /python: .* is no ESCO skill/,
    ],
  ],
  codes: [
    ['ISCO of three digits', (copy) => void (occupation(copy, 'cook').isco = '512'), /cook: ISCO 512/],
    ['a BRC code that is none', (copy) => void (occupation(copy, 'system-administrator').brc = '0813'), /BRC 0813 is none of/],
    [
      'a BRC code of another ISCO code',
      (copy) => void (occupation(copy, 'system-administrator').brc = '0811'),
      /does not follow/,
    ],
    ['an ICT occupation without a code', (copy) => void delete occupation(copy, 'system-administrator').isco, /has no ISCO code/],
    ['level 5', (copy) => void (occupation(copy, 'cook').level = 5), /cook: level 5/],
    ['a skill at level 0', (copy) => void (occupation(copy, 'cook').skills[0]!.level = 0), /cook: .* at 0/],
    ['NLQF 9', (copy) => void (occupation(copy, 'cook').nlqf = 9), /cook: NLQF 9/],
    ['an unknown weight', (copy) => void (occupation(copy, 'cook').skills[0]!.weight = 'optional'), /as optional/],
  ],
  size: [
    ['too few skills', (copy) => void copy.skills.splice(599), /skills, fewer than 600/],
    [
      'too few ICT occupations',
      (copy) => void (copy.occupations = copy.occupations.filter(({ ict }) => !ict)),
      /0 ICT occupations/,
    ],
    [
      'too few others',
      (copy) => void (copy.occupations = copy.occupations.filter(({ ict }) => ict)),
      /0 occupations people come from/,
    ],
  ],
}

describe.each(Object.keys(checks) as (keyof typeof checks)[])('the vocabulary: %s', (name) => {
  test('is right', () => {
    expect(checks[name](vocabulary)).toEqual([])
  })

  test.each(faults[name])('the check catches %s', (_what, plant, says) => {
    const problems = checks[name](planted(plant))
    expect(problems.join('\n')).toMatch(says)
  })
})

const shared = join(process.env.SCHAKEL_SHARED_DATA ?? '', 'esco-en-1.1.1')
const isThere = process.env.SCHAKEL_SHARED_DATA !== undefined && existsSync(shared)

// Without SCHAKEL_SHARED_DATA (the folder with the release) it cannot be known which addresses exist: skipped.
describe.skipIf(!isThere)('the addresses in ESCO 1.1.1 (needs SCHAKEL_SHARED_DATA)', () => {
  const missing = (given: Vocabulary): string[] => {
    const released = ['skills_en.csv', 'occupations_en.csv'].map((file) => readFileSync(join(shared, file), 'utf8')).join('\n')
    const known = new Set(released.match(/http:\/\/data\.europa\.eu\/esco\/(?:skill|occupation)\/[^\s,"]+/g))
    expect(known.size).toBeGreaterThan(16_000)
    return all(given).flatMap(({ id, esco, escoClose }) =>
      [...urisOf(esco), ...urisOf(escoClose)].filter((uri) => !known.has(uri)).map((uri) => `${id}: ${uri}`),
    )
  }

  test('all exist, and there are many', () => {
    expect(missing(vocabulary)).toEqual([])
    expect(vocabulary.skills.filter(({ esco }) => esco !== undefined).length).toBeGreaterThan(100)
    expect(vocabulary.occupations.filter(({ esco }) => esco !== undefined).length).toBeGreaterThan(40)
  })

  test('the check catches an address that does not exist', () => {
    const uri = `${escoSkill}00000000-0000-4000-8000-000000000000`
    expect(missing(planted((copy) => void (skill(copy, 'python').esco = uri)))).toEqual([`python: ${uri}`])
  })
})
