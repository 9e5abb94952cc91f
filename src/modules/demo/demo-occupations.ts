import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Level } from '../../engine/taxonomy/index.ts'
import type { Catalogue, OccupationSkill } from '../skills/index.ts'
import type { Bilingual } from '../trainings/index.ts'
import { isBelow, isHuman } from './demo-curricula.ts'

/** What the demo world needs to know of an ICT occupation. */
export interface DemoOccupation {
  readonly id: string
  readonly title: Bilingual
  /** The title inside a sentence: "servicedeskmedewerker", "ICT-adviseur". */
  readonly named: Bilingual
  /** Usual level, 1-4, and work level (NLQF). */
  readonly level: Level
  readonly nlqf: number
  /** How much of the demand is for it. */
  readonly share: number
  readonly wages: WageBand
  /** Essential skills that are taught in courses, what is learnt first first. */
  readonly essentials: readonly OccupationSkill[]
  /** Those of them that three other occupations or more ask as well: nobody is hired for these alone. */
  readonly common: ReadonlySet<string>
  /** Ways people work, such as *collaborating*: asked, seldom taught. */
  readonly human: readonly OccupationSkill[]
  /** Done and learnt with things in the hand: seldom from home, never taught online. */
  readonly handsOn: boolean
  readonly important: readonly OccupationSkill[]
  readonly somewhat: readonly OccupationSkill[]
}

/** Cents per hour: first quartile, median, third quartile. */
export type WageBand = readonly [p25: number, median: number, p75: number]

/**
 * CBS hourly wages of 2024 for BRC 0811 (software) and 0812 (databases and networks). For 0821 (user support), 0822 and ICT
 * managers no figure was seen: assumptions for a pretend world.
 */
const wagesByBrc: Readonly<Record<string, WageBand>> = {
  '0811': [2700, 3480, 4340],
  '0812': [2790, 3410, 4030],
  '0821': [1950, 2350, 2850],
  '0822': [2000, 2450, 2950],
  '05': [3500, 4300, 5200],
}
const wagesElsewhere: WageBand = [2400, 3000, 3700]

/** Shares of demand by BRC group, split over its occupations: an assumption after the composition CBS gave for 2021. */
const demandByBrc: Readonly<Record<string, number>> = { '0811': 52, '0812': 20, '0821': 20, '0822': 3, '05': 5 }
const demandElsewhere = 5

const leastSkills = 6
const commonFrom = 4
const hardwareShelf = 'schakel:skill/group-hardware'

/** ICT occupations of the catalogue that have enough skills to write a vacancy from. */
export function demoOccupations(catalogue: Catalogue, demand: ReadonlyMap<string, number>): readonly DemoOccupation[] {
  const usable = catalogue.ictOccupations('nl').filter((concept) => catalogue.skillsOf(concept.id).length >= leastSkills)
  const sorted = [...usable].sort((a, b) => (a.id < b.id ? -1 : 1))
  const weight = (id: string): number => demand.get(id) ?? 1
  const ofGroup = new Map<string, number>()
  const askedBy = new Map<string, number>()
  for (const { id } of sorted) {
    for (const { skill, weight } of catalogue.skillsOf(id)) {
      if (weight === 'essential') askedBy.set(skill, (askedBy.get(skill) ?? 0) + 1)
    }
  }
  for (const { id, codes } of sorted) ofGroup.set(brcOf(codes), (ofGroup.get(brcOf(codes)) ?? 0) + weight(id))
  return sorted.map((concept) => {
    const skills = firstThingsFirst(catalogue.skillsOf(concept.id))
    const taught = skills.filter((skill) => !isHuman(catalogue, skill.skill))
    const essentials = taught.filter((skill) => skill.weight === 'essential')
    const brc = brcOf(concept.codes)
    const title = { nl: catalogue.label(concept.id, 'nl'), en: catalogue.label(concept.id, 'en') }
    return {
      id: concept.id,
      title,
      named: { nl: named(catalogue, title.nl, skills, 'nl'), en: named(catalogue, title.en, skills, 'en') },
      level: concept.level ?? 2,
      nlqf: concept.nlqf ?? 5,
      share: ((demandByBrc[brc] ?? demandElsewhere) * weight(concept.id)) / (ofGroup.get(brc) ?? 1),
      wages: wagesByBrc[brc] ?? wagesElsewhere,
      essentials,
      common: new Set(essentials.map(({ skill }) => skill).filter((skill) => (askedBy.get(skill) ?? 0) >= commonFrom)),
      human: skills.filter((skill) => isHuman(catalogue, skill.skill) && skill.weight !== 'somewhat'),
      handsOn: essentials.filter(({ skill }) => isBelow(catalogue, skill, hardwareShelf)).length * 2 >= essentials.length,
      important: taught.filter((skill) => skill.weight === 'important'),
      somewhat: taught.filter((skill) => skill.weight === 'somewhat'),
    }
  })
}

/**
 * The words for a skill inside a sentence: a small first letter, except for names such as Python and Microsoft 365, and
 * without what only tells it apart in a list, as in *R (programmeertaal)*.
 */
export function skillWords(catalogue: Catalogue): (skill: string, language: 'nl' | 'en') => string {
  const names = { nl: new Set<string>(), en: new Set<string>() }
  for (const { concept, type, language, label } of catalogue.labels()) {
    if (type !== 'skill' || !concept.startsWith(ownSkills) || (language !== 'nl' && language !== 'en')) continue
    if (isName(catalogue, concept) && catalogue.label(concept, language) === label) names[language].add(firstWord(label))
  }
  return (skill, language) => {
    const label = catalogue.label(skill, language).replace(/ \([^)]*\)$/, '')
    return isName(catalogue, skill) || names[language].has(firstWord(label)) ? label : inSentence(label)
  }
}

const ownSkills = 'schakel:skill/'

function isName(catalogue: Catalogue, skill: string): boolean {
  const kind = catalogue.find(skill)?.kind
  return kind === 'tool' || kind === 'language'
}

function firstWord(label: string): string {
  return label.split(/[- ]/)[0] ?? ''
}

/** "Java-ontwikkelaar" keeps the capital of Java, "Servicedeskmedewerker" does not need one. */
function named(catalogue: Catalogue, title: string, skills: readonly OccupationSkill[], language: 'nl' | 'en'): string {
  return skills.some(({ skill }) => catalogue.label(skill, language) === firstWord(title)) ? title : inSentence(title)
}

/** A small first letter, except where the word begins with an abbreviation. */
function inSentence(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** What is asked at a lower level is learnt first; the record keeps no order of its own. */
function firstThingsFirst(skills: readonly OccupationSkill[]): readonly OccupationSkill[] {
  return [...skills].sort((a, b) => (a.level ?? 2) - (b.level ?? 2) || (a.skill < b.skill ? -1 : 1))
}

function brcOf(codes: Readonly<Record<string, string>>): string {
  const brc = codes.brc2014 ?? codes.brc ?? ''
  return brc.startsWith('05') ? '05' : brc
}

const demandSchema = z.array(z.strictObject({ occupation: z.string(), weight: z.number().positive() }))

/** How often an occupation is asked beside the others of its group; 1 where it is not named. */
export async function readDemand(): Promise<ReadonlyMap<string, number>> {
  const file = new URL('../../../data/demo/demand.json', import.meta.url)
  const rows = demandSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  return new Map(rows.map((row) => [row.occupation, row.weight]))
}
