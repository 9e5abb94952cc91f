import type { Requirement, Weight } from '../../engine/matching/index.ts'
import type { Level } from '../../engine/taxonomy/index.ts'
import type { OccupationSkill } from '../skills/index.ts'
import type { DemoOccupation } from './demo-occupations.ts'
import type { DemoProgramme } from './demo-programmes.ts'
import type { Random } from './random.ts'

export type Seniority = 'junior' | 'medior' | 'senior'

const mostRequirements = 10

/** What a vacancy of this occupation asks, the essential first; never a skill twice. */
export function demoRequirements(
  random: Random,
  occupation: DemoOccupation,
  seniority: Seniority,
  taught: DemoProgramme | undefined,
): readonly Requirement[] {
  const skilled = taught ? fromProgramme(random, occupation, taught) : fromOccupation(random, occupation, seniority)
  const essentials = [...skilled, ...human(random, occupation, skilled)]
  const asked = new Set(essentials.map((requirement) => requirement.skill))
  const free = (skills: readonly OccupationSkill[]): readonly OccupationSkill[] => skills.filter(({ skill }) => !asked.has(skill))
  const rest: Requirement[] = [
    ...free(occupation.essentials).map((skill) => wish(random, occupation, seniority, skill, 'important')),
    ...random
      .sample(free(occupation.important), random.int(2, 4))
      .map((skill) => wish(random, occupation, seniority, skill, random.chance(0.6) ? 'important' : 'somewhat')),
    ...random
      .sample(free(occupation.human), random.int(0, 2))
      .map((skill) => wish(random, occupation, seniority, skill, 'important')),
    ...random
      .sample(free(occupation.somewhat), random.int(0, 2))
      .map((skill) => wish(random, occupation, seniority, skill, 'somewhat')),
  ]
  return [...essentials, ...rest].slice(0, mostRequirements)
}

/** One advertisement in five makes a way of working essential; all do when little else is essential. */
function human(random: Random, occupation: DemoOccupation, skilled: readonly Requirement[]): Requirement[] {
  const free = occupation.human.filter(({ skill }) => skilled.every((requirement) => requirement.skill !== skill))
  if (free.length === 0 || !(skilled.length < 2 || random.chance(0.2))) return []
  return [{ skill: random.pick(free).skill, weight: 'essential', level: 2 }]
}

/** Employers who take somebody on before the training ask what that training teaches. */
function fromProgramme(random: Random, occupation: DemoOccupation, { programme }: DemoProgramme): Requirement[] {
  const { outcomes } = programme.facts
  const core = outcomes.filter(({ skill }) => occupation.essentials.some((one) => one.skill === skill))
  return (core.length >= 2 ? core : outcomes).map(({ skill }) => essential(random, skill, 2))
}

/** All that is essential in the occupation; now and then without one that many occupations share, or with one more. */
function fromOccupation(random: Random, occupation: DemoOccupation, seniority: Seniority): Requirement[] {
  const { essentials, common, important } = occupation
  const shared = essentials.filter(({ skill }) => common.has(skill))
  const spared =
    seniority !== 'senior' && essentials.length > 3 && shared.length > 0 && random.chance(0.3) ? random.pick(shared) : undefined
  const more = random.chance(moreShares[seniority]) ? random.sample(important, 1) : []
  return [...essentials.filter((one) => one !== spared), ...more].map((skill) =>
    essential(random, skill.skill, levelOf(random, occupation, seniority, skill)),
  )
}

const moreShares: Readonly<Record<Seniority, number>> = { junior: 0.3, medior: 0.5, senior: 0.6 }
/** From here on an occupation is learnt at a university of applied sciences, and its work goes deep soon. */
const deepFrom = 6

function levelOf(random: Random, occupation: DemoOccupation, seniority: Seniority, { skill, level = 2 }: OccupationSkill): Level {
  const deep = seniority === 'medior' && occupation.nlqf >= deepFrom && !occupation.common.has(skill)
  return deep && random.chance(0.5) ? 3 : levelFor(occupation, seniority, level)
}

function levelFor(occupation: DemoOccupation, seniority: Seniority, usual: Level): Level {
  if (seniority === 'junior') return Math.min(usual, 2) as Level
  if (seniority === 'medior') return Math.min(Math.max(usual, 2), 3) as Level
  // What a senior usually needs stands in the vocabulary already where the occupation is a senior one.
  return Math.min(occupation.level >= 3 ? usual : usual + 1, 4) as Level
}

/** One in four advertisements names no level: then *on my own* is asked. */
function essential(random: Random, skill: string, level: Level): Requirement {
  return { skill, weight: 'essential', ...(level === 2 && random.chance(0.25) ? {} : { level }) }
}

function wish(
  random: Random,
  occupation: DemoOccupation,
  seniority: Seniority,
  skill: OccupationSkill,
  weight: Weight,
): Requirement {
  return {
    skill: skill.skill,
    weight,
    ...(random.chance(0.3) ? {} : { level: levelFor(occupation, seniority, skill.level ?? 2) }),
  }
}
