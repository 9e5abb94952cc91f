import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { type Catalogue, createSkills } from '../skills/index.ts'
import { type Curriculum, isBelow, leastHours, readCurricula } from './demo-curricula.ts'
import { demoOccupations, readDemand, skillWords } from './demo-occupations.ts'
import { type DemoProgramme, demoProgrammes } from './demo-programmes.ts'
import { demoSize } from './demo-size.ts'
import type { LabelOf } from './programme-text.ts'
import { createRandom } from './random.ts'

let catalogue: Catalogue
let curricula: readonly Curriculum[]
let programmes: readonly DemoProgramme[]
let labelOf: LabelOf

beforeAll(async () => {
  const db = await freshDatabases()[0]!.open()
  const skills = createSkills({
    db,
    clock: { now: () => Date.parse('2026-11-25T10:00:00Z') },
    ids: { next: () => 'id', token: () => 'token' },
    log: silentLog,
  })
  await skills.loadStarter('data/vocabulary')
  catalogue = await skills.catalogue()
  await db.close()
  curricula = await readCurricula()
  labelOf = skillWords(catalogue)
  const occupations = demoOccupations(catalogue, await readDemand())
  programmes = demoProgrammes(createRandom('test'), { catalogue, occupations, curricula, labelOf }, demoSize.programmes)
})

const nameOf = ({ aim, level, teaches }: Curriculum): string => `${level} ${aim}: ${teaches.map(({ skill }) => skill).join(', ')}`

describe('the curricula of the demo world', () => {
  test('name skills and ICT occupations that exist', () => {
    const ict = new Set(catalogue.ictOccupations('nl').map(({ id }) => id))
    for (const { aim, teaches, needs } of curricula) {
      expect(ict.has(aim), aim).toBe(true)
      for (const { skill } of [...teaches, ...needs]) expect(catalogue.find(skill)?.type, skill).toBe('skill')
    }
  })

  test('teach one to six skills, a short course at most three', () => {
    for (const curriculum of curricula) {
      expect(curriculum.teaches.length).toBeGreaterThanOrEqual(1)
      expect(curriculum.teaches.length, nameOf(curriculum)).toBeLessThanOrEqual(curriculum.level === 'short' ? 3 : 6)
    }
  })

  test('need only what another one teaches, or what people bring from other work', () => {
    const chained = curricula.filter(({ needs }) => needs.length > 0)
    expect(chained.length).toBeGreaterThan(15)
    const brought = ['care-processes', 'administrative-work', 'digital-basics', 'security-awareness']
    const fromOtherWork = new Set(brought.map((id) => `schakel:skill/${id}`))
    for (const curriculum of chained) {
      for (const { skill, level } of curriculum.needs) {
        const taught = curricula.some(
          (other) =>
            other !== curriculum && other.teaches.some((one) => isBelow(catalogue, one.skill, skill) && one.level >= level),
        )
        expect(taught || fromOtherWork.has(skill), `${nameOf(curriculum)} needs ${skill}`).toBe(true)
      }
    }
  })

  test('teach a tool or a language with, or after, the language it is a kind of', () => {
    for (const curriculum of curricula) {
      const known = [...curriculum.teaches, ...curriculum.needs].map(({ skill }) => skill)
      for (const { skill } of curriculum.teaches) {
        for (const above of catalogue.broader(skill).filter((parent) => catalogue.find(parent)?.kind === 'language')) {
          const has = known.some((one) => one !== skill && isBelow(catalogue, one, above))
          expect(has, `${nameOf(curriculum)}: ${skill} without ${above}`).toBe(true)
        }
      }
    }
  })

  test('teach most of what is essential where somebody is trained for all of an occupation', () => {
    for (const curriculum of curricula.filter(({ level }) => level === 'full')) {
      const learnt = [...curriculum.teaches, ...curriculum.needs].map(({ skill }) => skill)
      const essential = catalogue.skillsOf(curriculum.aim).filter(({ weight }) => weight === 'essential')
      const met = essential.filter(({ skill }) => learnt.some((one) => isBelow(catalogue, one, skill)))
      expect(met.length * 2, nameOf(curriculum)).toBeGreaterThanOrEqual(essential.length)
    }
  })
})

describe('the hours of a programme', () => {
  const learning = (teaches: Record<string, 2 | 3>, needs: Record<string, 2 | 3> = {}): number => {
    const leveled = (of: Record<string, 2 | 3>): Curriculum['teaches'] =>
      Object.entries(of).map(([id, level]) => ({ skill: `schakel:skill/${id}`, level }))
    return leastHours(catalogue, { teaches: leveled(teaches), needs: leveled(needs) })
  }

  test('are 20 or 40 for a tool or a human skill, and twice that for a language, knowledge or another capability', () => {
    expect(learning({ docker: 2 })).toBe(20)
    expect(learning({ docker: 3, explaining: 2 })).toBe(60)
    expect(learning({ sql: 2 })).toBe(40)
    expect(learning({ 'cyber-security': 3, 'security-monitoring': 2 })).toBe(120)
  })

  test('are at least 120 for a first programming language', () => {
    expect(learning({ programming: 2, java: 2 })).toBe(120)
    expect(learning({ java: 3 }, { java: 2 })).toBe(80)
  })

  test('are enough for what the programme teaches', () => {
    for (const { programme } of programmes) {
      const { outcomes, prerequisites, weeks = 0, hoursPerWeek = 0 } = programme.facts
      const least = leastHours(catalogue, { teaches: outcomes, needs: prerequisites })
      expect(weeks * hoursPerWeek, programme.title.nl).toBeGreaterThanOrEqual(least)
    }
  })
})

describe('the title of a programme', () => {
  test('says the occupation, or every skill of a short course', () => {
    const explicit = new Set(curricula.flatMap(({ title }) => (title ? [title.nl] : [])))
    for (const { programme, level, occupation } of programmes) {
      const { nl, en } = programme.title
      if ([...explicit].some((title) => nl.startsWith(title))) continue
      const named = (language: 'nl' | 'en'): string[] =>
        level === 'short'
          ? programme.facts.outcomes.map(({ skill }) => labelOf(skill, language))
          : [occupation.named[language].replace(/^junior /i, '')]
      for (const words of named('nl')) expect(nl.toLowerCase()).toContain(words.toLowerCase())
      for (const words of named('en')) expect(en.toLowerCase()).toContain(words.toLowerCase())
    }
  })

  test('stands for one content', () => {
    const contents = new Map<string, string>()
    for (const { programme } of programmes) {
      const content = programme.facts.outcomes.map(({ skill, level }) => `${skill} ${level}`).join(', ')
      expect(contents.get(programme.title.nl) ?? content, programme.title.nl).toBe(content)
      contents.set(programme.title.nl, content)
    }
  })
})
