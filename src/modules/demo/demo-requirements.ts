import type { Requirement, Weight } from '../../engine/matching/index.ts'
import type { Level } from '../../engine/taxonomy/index.ts'
import type { OccupationSkill } from '../skills/index.ts'
import type { DemoOccupation } from './demo-occupations.ts'
import type { DemoProgramme } from './demo-programmes.ts'
import type { Random } from './random.ts'

export type Seniority = 'junior' | 'medior' | 'senior'

const mostRequirements = 10
const essentialCounts: Readonly<Record<Seniority, readonly [number, number]>> = { junior: [3, 4], medior: [3, 5], senior: [4, 5] }

/** What a vacancy of this occupation asks, the essential first; never a skill twice. */
export function demoRequirements(
  random: Random,
  occupation: DemoOccupation,
  seniority: Seniority,
  taught: DemoProgramme | undefined,
): readonly Requirement[] {
  const skilled = taught ? fromProgramme(random, taught) : fromOccupation(random, occupation, seniority)
  const essentials = [...skilled, ...human(random, occupation)]
  const asked = new Set(essentials.map((requirement) => requirement.skill))
  const free = (skills: readonly OccupationSkill[]): readonly OccupationSkill[] => skills.filter(({ skill }) => !asked.has(skill))
  const rest: Requirement[] = [
    ...random
      .sample(free(occupation.essentials), random.int(1, 3))
      .map((skill) => wish(random, skill, seniority, random.chance(0.65) ? 'important' : 'somewhat')),
    ...random.sample(free(occupation.human), random.int(0, 2)).map((skill) => wish(random, skill, seniority, 'important')),
    ...random
      .sample(free(occupation.important), random.int(1, 3))
      .map((skill) => wish(random, skill, seniority, random.chance(0.5) ? 'important' : 'somewhat')),
    ...random.sample(free(occupation.somewhat), random.int(0, 2)).map((skill) => wish(random, skill, seniority, 'somewhat')),
  ]
  return [...essentials, ...rest].slice(0, mostRequirements)
}

/** One advertisement in five makes a way of working essential. */
function human(random: Random, occupation: DemoOccupation): Requirement[] {
  if (occupation.human.length === 0 || !random.chance(0.2)) return []
  return [{ skill: random.pick(occupation.human).skill, weight: 'essential', level: 2 }]
}

/** Employers who know a programme ask what it teaches. */
function fromProgramme(random: Random, { programme }: DemoProgramme): Requirement[] {
  const { outcomes } = programme.facts
  const count = Math.min(outcomes.length, random.int(2, 4))
  return random
    .sample(outcomes, count)
    .map(({ skill, level }) => essential(random, skill, level >= 3 && random.chance(0.4) ? 3 : 2))
}

function fromOccupation(random: Random, occupation: DemoOccupation, seniority: Seniority): Requirement[] {
  const frontFirst = (_: OccupationSkill, index: number): number => 1 / (1 + index / 2)
  return random
    .sample(occupation.essentials, random.int(...essentialCounts[seniority]), frontFirst)
    .map((skill) => essential(random, skill.skill, levelFor(seniority, skill.level ?? 2)))
}

function levelFor(seniority: Seniority, usual: Level): Level {
  if (seniority === 'junior') return Math.min(usual, 2) as Level
  if (seniority === 'medior') return Math.min(Math.max(usual, 2), 3) as Level
  return Math.min(usual + 1, 4) as Level
}

/** One in four advertisements names no level: then *on my own* is asked. */
function essential(random: Random, skill: string, level: Level): Requirement {
  return { skill, weight: 'essential', ...(level === 2 && random.chance(0.25) ? {} : { level }) }
}

function wish(random: Random, skill: OccupationSkill, seniority: Seniority, weight: Weight): Requirement {
  return { skill: skill.skill, weight, ...(random.chance(0.3) ? {} : { level: levelFor(seniority, skill.level ?? 2) }) }
}
