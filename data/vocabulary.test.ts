import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createDictionary, readSkills } from '../src/engine/reading/index.ts'
import { languageNames } from '../src/engine/reading/language-names.ts'
import { readCodeLists } from '../src/modules/skills/index.ts'

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
  descNl?: string
  descEn?: string
  broader?: string[]
  related?: string[]
  esco?: string | string[]
  escoClose?: string | string[]
  ecf?: string[]
}
interface OccupationRecord {
  id: string
  nl: string
  en: string
  altNl?: string[]
  altEn?: string[]
  descNl?: string
  descEn?: string
  esco?: string | string[]
  escoClose?: string | string[]
  isco?: string
  brc?: string
  ict: boolean
  level?: number
  nlqf?: number
  ecf?: string[]
  ecsf?: string[]
  crebo?: string[]
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

const codes = await readCodeLists()

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

  /** The longest name wins in a text: `Agile/Scrum` as a name of the one would hide the other. */
  hidden({ skills }: Vocabulary): string[] {
    const names = (one: SkillRecord): string[] => [one.nl, one.en, ...(one.altNl ?? []), ...(one.altEn ?? [])]
    const owner = new Map(skills.flatMap((one) => names(one).map((name) => [name.toLowerCase(), one.id] as const)))
    return skills.flatMap((one) =>
      names(one).flatMap((name) => {
        const parts = name.includes('/') ? name.split('/').map((part) => owner.get(part.trim().toLowerCase())) : []
        const other = parts.includes(undefined) ? undefined : parts.find((id) => id !== one.id)
        return other === undefined ? [] : [`${one.id}: "${name}" hides ${other}`]
      }),
    )
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

  /** Every name has its own words of explanation in both languages, short enough for a list. */
  texts(given: Vocabulary): string[] {
    const longest = 90
    return all(given).flatMap((record) => {
      if ('kind' in record && record.kind === 'group') return []
      return [record.descNl, record.descEn].flatMap((text = '') => [
        ...(text.trim() === '' ? [`${record.id}: has no description`] : []),
        ...(text.length > longest ? [`${record.id}: a description of ${text.length} letters`] : []),
      ])
    })
  },

  /**
   * Nobody asks or brings a skill that hangs loose: each is used by an occupation, or is above or below one that is. Groups are shelves: being
   * on the same shelf does not count.
   */
  used({ skills, occupations }: Vocabulary): string[] {
    const isShelf = new Set(skills.filter(({ kind }) => kind === 'group').map(({ id }) => id))
    const broader = new Map(skills.map((one) => [one.id, (one.broader ?? []).filter((above) => !isShelf.has(above))]))
    const used = new Set(occupations.flatMap((one) => one.skills.map(({ skill: id }) => id)))
    const above = (id: string, found = new Set<string>()): Set<string> => {
      for (const one of broader.get(id) ?? []) if (!found.has(one)) above(one, found.add(one))
      return found
    }
    const touched = new Set(used)
    for (const { id } of skills) {
      const up = above(id)
      if ([...up].some((one) => used.has(one))) touched.add(id)
      if (used.has(id)) for (const one of up) touched.add(one)
    }
    return skills.filter(({ id }) => !isShelf.has(id) && !touched.has(id)).map(({ id }) => `${id} is used by no occupation`)
  },

  /** An occupation asks at each of the three weights, says how well each skill must be known, and has its own level. */
  weights({ occupations }: Vocabulary): string[] {
    return occupations.flatMap(({ id, level, nlqf, skills }) => [
      ...['essential', 'important', 'somewhat']
        .filter((weight) => !skills.some((one) => one.weight === weight))
        .map((weight) => `${id}: nothing is ${weight}`),
      ...skills.filter((one) => one.level === undefined).map((one) => `${id}: ${one.skill} without a level`),
      ...(level === undefined ? [`${id}: has no level`] : []),
      ...(nlqf === undefined ? [`${id}: has no NLQF level`] : []),
    ])
  },

  codes({ skills: known, occupations }: Vocabulary): string[] {
    const brcCodes = [...codes.brc.keys()]
    const ecf = (id: string, list: readonly string[] = []): string[] =>
      list.filter((code) => !isEcf(code)).map((code) => `${id}: e-CF ${code} does not exist`)
    const ofSkills = known.flatMap((one) => ecf(one.id, one.ecf))
    const ofOccupations = occupations.flatMap(({ id, isco, brc, ict, level, nlqf, skills, ...more }) => [
      ...ecf(id, more.ecf),
      ...(more.ecsf ?? []).filter((code) => !codes.ecsf.has(code)).map((code) => `${id}: ECSF ${code} does not exist`),
      ...(more.crebo ?? [])
        .filter((code) => codes.crebo.get(code)?.status !== 'current')
        .map((code) => `${id}: crebo ${code} is no current one`),
      ...(isco !== undefined && !/^[0-9]\d{3}$/.test(isco) ? [`${id}: ISCO ${isco} is no four digits`] : []),
      ...(ict && isco !== undefined && !codes.isco.has(isco) ? [`${id}: ISCO ${isco} is not listed for ICT`] : []),
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
    return [...ofSkills, ...ofOccupations]
  },

  /** What the demo world is made from can be said in these words: the skills that programmes teach, and all occupations. */
  demo({ skills, occupations }: Vocabulary): string[] {
    const known = {
      skill: new Set(skills.filter(({ kind }) => kind !== 'group').map(({ id }) => id)),
      occupation: new Set(occupations.map(({ id }) => id)),
    }
    return demoNames.filter(([kind, id]) => !known[kind].has(id)).map(([kind, id, file]) => `${file} names the ${kind} ${id}`)
  },

  /** What was promised at least, and what there is: less than that is a loss. */
  size({ skills, occupations }: Vocabulary): string[] {
    const counts = {
      skills: skills.filter(({ kind }) => kind !== 'group').length,
      'ICT occupations': occupations.filter(({ ict }) => ict).length,
      'occupations people come from': occupations.filter(({ ict }) => !ict).length,
    }
    const least = { skills: 750, 'ICT occupations': 60, 'occupations people come from': 60 }
    return (Object.keys(least) as (keyof typeof least)[])
      .filter((name) => counts[name] < least[name])
      .map((name) => `${counts[name]} ${name}, fewer than ${least[name]}`)
  },
} satisfies Record<string, (given: Vocabulary) => string[]>

/** `B.1`, or with the levels `B.1:2` and `B.1:2-3`. */
function isEcf(written: string): boolean {
  const [, code = '', low, high = low] = /^([A-E]\.\d+)(?::(\d)(?:-(\d))?)?$/.exec(written) ?? []
  const competence = codes.ecf.get(code)
  if (!competence || low === undefined) return competence !== undefined
  return competence.from <= Number(low) && Number(low) <= Number(high) && Number(high) <= competence.to
}

/** What the files of the demo name, and in which file. Ids there have the prefix of the record or none. */
const demoNames: (readonly [kind: 'skill' | 'occupation', id: string, file: string])[] = ['programmes', 'demand', 'profiles'].flatMap(
  (file) => namesIn(JSON.parse(readFileSync(join(import.meta.dirname, 'demo', `${file}.json`), 'utf8')), `demo/${file}.json`),
)

function namesIn(value: unknown, file: string): (readonly ['skill' | 'occupation', string, string])[] {
  if (typeof value === 'string') {
    const [, kind, id] = /^schakel:(skill|occupation)\/(.+)$/.exec(value) ?? []
    return kind !== undefined && id !== undefined ? [[kind as 'skill' | 'occupation', id, file]] : []
  }
  if (typeof value !== 'object' || value === null) return []
  const own = Object.entries(value).flatMap(([key, inner]) => [
    ...namesIn(key, file),
    ...(key === 'aim' ? [['occupation', String(inner), file] as const] : []),
    ...(['teaches', 'asks', 'needs'].includes(key) ? Object.keys(inner as object).map((id) => ['skill', id, file] as const) : []),
  ])
  return [...own, ...Object.values(value).flatMap((inner) => namesIn(inner, file))]
}

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
  hidden: [
    ['a name made of two skills', (copy) => void skill(copy, 'agile').altNl!.push('Agile/Scrum'), /agile: "Agile\/Scrum" hides scrum/],
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
  texts: [
    ['a skill without explanation', (copy) => void (skill(copy, 'python').descNl = ' '), /python: has no description/],
    ['an occupation without explanation', (copy) => void delete occupation(copy, 'cook').descEn, /cook: has no description/],
    ['too long an explanation', (copy) => void (skill(copy, 'python').descEn = 'a '.repeat(50)), /python: a description of 100 letters/],
  ],
  used: [
    [
      'a skill that hangs loose',
      (copy) => copy.skills.push({ ...skill(copy, 'chatbots'), id: 'loose', broader: ['group-data'] }),
      /loose is used by no occupation/,
    ],
    [
      'the last occupation that asks it gone',
      (copy) => {
        for (const one of copy.occupations) one.skills = one.skills.filter(({ skill: id }) => id !== 'chatbots')
      },
      /chatbots is used by no occupation/,
    ],
  ],
  weights: [
    [
      'an occupation without anything important',
      (copy) => void (occupation(copy, 'cook').skills = occupation(copy, 'cook').skills.filter(({ weight }) => weight !== 'important')),
      /cook: nothing is important/,
    ],
    ['an occupation without a level', (copy) => void delete occupation(copy, 'cook').level, /cook: has no level/],
    ['a skill without a level', (copy) => void delete occupation(copy, 'cook').skills[0]!.level, /cook: .* without a level/],
  ],
  demo: [
    [
      'a skill gone that a programme teaches',
      (copy) => void (copy.skills = copy.skills.filter(({ id }) => id !== 'ticketing')),
      /demo\/programmes\.json names the skill ticketing/,
    ],
    [
      'an occupation gone that is in demand',
      (copy) => void (copy.occupations = copy.occupations.filter(({ id }) => id !== 'servicedesk-employee')),
      /demo\/demand\.json names the occupation servicedesk-employee/,
    ],
  ],
  codes: [
    ['an e-CF code that is none', (copy) => void (skill(copy, 'python').ecf = ['B.9']), /python: e-CF B\.9 does not exist/],
    ['a level that the competence has not', (copy) => void (occupation(copy, 'java-developer').ecf = ['A.1:2']), /e-CF A\.1:2 does not/],
    ['e-CF levels the wrong way round', (copy) => void (skill(copy, 'python').ecf = ['B.1:3-1']), /e-CF B\.1:3-1 does not/],
    ['a role that is none', (copy) => void (occupation(copy, 'penetration-tester').ecsf = ['hacker']), /ECSF hacker does not exist/],
    ['a qualification that is old', (copy) => void (occupation(copy, 'cook').crebo = ['25604']), /cook: crebo 25604 is no current one/],
    ['a code that is not of ICT', (copy) => void (occupation(copy, 'java-developer').isco = '5120'), /ISCO 5120 is not listed for ICT/],
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
    ['too few skills', (copy) => void copy.skills.splice(700), /skills, fewer than 750/],
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

describe('the languages that people speak', () => {
  test('each has one code and names of its own', () => {
    const languages = [...codes.languages.values()]
    expect(languages.length).toBeGreaterThanOrEqual(40)
    for (const [name, others] of [['nl', 'altNl'], ['en', 'altEn']] as const) {
      const names = languages.flatMap((one) => [one[name], ...one[others]].map((word) => word.toLowerCase()))
      expect(names.filter((word, at) => names.indexOf(word) !== at)).toEqual([])
    }
  })

  test('those that the reader of texts knows are there, under the same code', () => {
    const missing = Object.entries(languageNames).filter(([, code]) => !codes.languages.has(code))
    expect(missing).toEqual([])
    for (const { code, nl, en } of codes.languages.values()) {
      for (const name of [nl, en]) expect([code, undefined]).toContain(languageNames[name.toLowerCase()])
    }
  })
})

// Without SCHAKEL_SHARED_DATA (the folder with the release) it cannot be known which addresses exist: skipped.
describe.skipIf(!isThere)('the addresses in ESCO 1.1.1 (needs SCHAKEL_SHARED_DATA)', () => {
  const missing = (given: Vocabulary): string[] => {
    // The first address of a row is the concept's own; others in its texts do not count.
    const known = (file: string): Set<string> =>
      new Set(
        [...readFileSync(join(shared, file), 'utf8').matchAll(/^[A-Za-z/]+,(http:\/\/data\.europa\.eu\/esco\/[^\s,"]+),/gm)].map(
          ([, uri]) => uri!,
        ),
      )
    const released = { skills: known('skills_en.csv'), occupations: known('occupations_en.csv') }
    expect(released.skills.size).toBeGreaterThan(13_800)
    expect(released.occupations.size).toBeGreaterThan(3_000)
    return (['skills', 'occupations'] as const).flatMap((type) =>
      given[type].flatMap(({ id, esco, escoClose }) =>
        [...urisOf(esco), ...urisOf(escoClose)].filter((uri) => !released[type].has(uri)).map((uri) => `${id}: ${uri}`),
      ),
    )
  }

  test('all exist, and there are many', () => {
    expect(missing(vocabulary)).toEqual([])
    expect(vocabulary.skills.filter(({ esco }) => esco !== undefined).length).toBeGreaterThan(200)
    expect(vocabulary.occupations.filter(({ esco }) => esco !== undefined).length).toBeGreaterThan(70)
  })

  test('so do the ISCO codes of all occupations and the languages', () => {
    const groups = readFileSync(join(shared, 'ISCOGroups_en.csv'), 'utf8')
    const iscoCodes = [...vocabulary.occupations.map(({ isco = '' }) => isco), ...codes.isco.keys()]
    expect(iscoCodes.filter((code) => !groups.includes(`/esco/isco/C${code},`))).toEqual([])
    const skills = readFileSync(join(shared, 'skills_en.csv'), 'utf8')
    const languages = [...codes.languages.values()].filter(({ esco }) => esco !== undefined)
    expect(languages.length).toBeGreaterThan(30)
    expect(languages.filter(({ en, esco }) => !skills.includes(`${esco},`) || !skills.includes(`,${en},`))).toEqual([])
  })

  test('the check catches an address that does not exist', () => {
    const uri = `${escoSkill}00000000-0000-4000-8000-000000000000`
    expect(missing(planted((copy) => void (skill(copy, 'python').esco = uri)))).toEqual([`python: ${uri}`])
  })
})

const advertisements = join(process.env.SCHAKEL_SHARED_DATA ?? '', 'ads', 'ads-sample.jsonl')
const adsAreThere = process.env.SCHAKEL_SHARED_DATA !== undefined && existsSync(advertisements)

// Without SCHAKEL_SHARED_DATA there are no advertisements to read: skipped. This guards against a loss of words; it does not measure which
// share of the skills that an advertisement names is known: for that they must be read (docs/guides/edit-the-vocabulary.md).
describe.skipIf(!adsAreThere)('real advertisements (needs SCHAKEL_SHARED_DATA)', () => {
  test('nearly each names at least three skills of the vocabulary', () => {
    const labels = vocabulary.skills
      .filter(({ kind }) => kind !== 'group')
      .flatMap(({ id, nl, en, altNl = [], altEn = [] }) => [nl, en, ...altNl, ...altEn].map((label) => ({ concept: id, label })))
    const dictionary = createDictionary(labels)
    const texts = readFileSync(advertisements, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { description: string }).description)
    expect(texts.length).toBeGreaterThan(300)
    const rich = texts.filter((text) => new Set(readSkills(dictionary, text).map(({ concept }) => concept)).size >= 3)
    expect(rich.length / texts.length).toBeGreaterThan(0.98)
  })
})
