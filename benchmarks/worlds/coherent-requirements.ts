import type { Requirement } from '../../src/engine/matching/index.ts'
import type { LeveledSkill } from '../../src/engine/planning/index.ts'
import type { ConceptId, Level } from '../../src/engine/taxonomy/index.ts'
import type { Dice } from '../dice.ts'
import { between, type Draw, differentOnes, drawOf, weighted, zipf } from './draw.ts'
import type { Seniority, Trade } from './trade.ts'

const essentialsOf: Readonly<Record<Seniority, readonly [least: number, most: number]>> = {
  junior: [2, 4],
  medior: [2, 6],
  senior: [3, 8],
}
const levelsOf: Readonly<Record<Seniority, readonly (readonly [Level | undefined, number])[]>> = {
  junior: [
    [undefined, 72],
    [2, 20],
    [1, 8],
  ],
  medior: [
    [undefined, 66],
    [2, 16],
    [3, 18],
  ],
  senior: [
    [undefined, 56],
    [2, 8],
    [3, 32],
    [4, 4],
  ],
}

/** Makes what one vacancy asks: 2-8 essentials, mostly from the core of the work, and 8-16 requirements in all. */
export function requirementDraw(
  trades: readonly Trade[],
  askedTogether?: (trade: Trade) => readonly (readonly ConceptId[])[],
): (dice: Dice, trade: Trade, seniority: Seniority) => Requirement[] {
  const lists = new Map(trades.map((trade) => [trade.id, [ranked(trade.core), ranked(trade.usual), ranked(trade.rare)] as const]))
  return (dice, trade, seniority) => {
    const [core, usual, rare] = lists.get(trade.id) as readonly [Ranked, Ranked, Ranked]
    const [least, most] = essentialsOf[seniority]
    const count = between(dice, least, most)
    const together = askedTogether?.(trade) ?? []
    const seen = together.length > 0 && dice.chance(0.7) ? dice.pick(together) : []
    // Real advertisements name first what they will not do without.
    const named = seen.filter(() => dice.chance(0.8)).slice(0, 12)
    const essentials = named.length > 0 ? named.slice(0, count) : []
    const skills = new Set(essentials)
    for (const skill of differentOnes(dice, count, () => one(dice, dice.chance(0.8) ? core : usual))) {
      if (skill !== undefined && skills.size < count) skills.add(skill)
    }
    const essential = skills.size
    const wanted = essential + between(dice, 6, 9)
    for (const skill of named) skills.add(skill)
    for (let left = 60; skills.size < wanted && left > 0; left--) {
      const from = weighted(dice, [[core, 25] as const, [usual, 50] as const, [rare, 25] as const])
      const skill = one(dice, from)
      if (skill !== undefined) skills.add(skill)
    }
    return [...skills].map((skill, at) => requirementOf(dice, skill, at < essential, seniority))
  }
}

/** The job of a dual training asks what that training teaches, and likes what else belongs to the work. */
export function taughtRequirements(dice: Dice, trade: Trade, outcomes: readonly LeveledSkill[]): Requirement[] {
  const essentials = outcomes.slice(0, 4).map(({ skill, level }): Requirement => ({ skill, level, weight: 'essential' }))
  const others = [...trade.core, ...trade.usual].filter((skill) => essentials.every((known) => known.skill !== skill))
  return [...essentials, ...others.slice(0, between(dice, 4, 7)).map((skill) => requirementOf(dice, skill, false, 'junior'))]
}

function requirementOf(dice: Dice, skill: ConceptId, essential: boolean, seniority: Seniority): Requirement {
  const level = weighted(dice, levelsOf[seniority])
  return {
    skill,
    weight: essential ? 'essential' : dice.chance(0.55) ? 'important' : 'somewhat',
    ...(level === undefined ? {} : { level }),
    ...(essential && dice.chance(0.015) ? { evidence: dice.chance(0.8) ? ('evidenced' as const) : ('verified' as const) } : {}),
  }
}

/** A list of which the first ones are drawn most. */
interface Ranked {
  readonly skills: readonly ConceptId[]
  readonly draw: Draw
}

function ranked(skills: readonly ConceptId[]): Ranked {
  return { skills, draw: drawOf(zipf(skills.length, 0.9, 2)) }
}

function one(dice: Dice, { skills, draw }: Ranked): ConceptId | undefined {
  return skills[draw(dice)]
}
