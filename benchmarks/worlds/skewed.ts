/**
 * Skills drawn by a Zipf law and little structure: hard for whatever prunes. A few skills are asked nearly everywhere, most of
 * them hardly ever, and what is asked together is together by chance.
 */
import type { Answer, Person, Requirement, Vacancy } from '../../src/engine/matching/index.ts'
import type { LeveledSkill, Offering } from '../../src/engine/planning/index.ts'
import type { ConceptId, Level, Skill } from '../../src/engine/taxonomy/index.ts'
import { type Dice, diceAt } from '../dice.ts'
import { between, differentOnes, drawOf, zipf } from './draw.ts'
import { offeringTerms } from './offering-terms.ts'
import { personTerms } from './person-terms.ts'
import { dutchPlaces } from './places.ts'
import type { Seniority, Trade } from './trade.ts'
import { vacancyTerms } from './vacancy-terms.ts'
import { idOf, type RowWorld, rowsOf, settingsOfToday, streams, type WorldSize } from './world.ts'

const skillCount = 14_000
const groups = 200
const tradeCount = 400

export function skewedWorld(size: WorldSize, seed: number): RowWorld {
  const ground = diceAt(seed, streams.ground, 0)
  const skills = skillsOf(ground)
  const trades = Array.from({ length: tradeCount }, (_, index) => tradeOf(ground, index))
  const places = dutchPlaces()
  const drawSkill = drawOf(zipf(skillCount, 1, 3.7))
  const drawTrade = drawOf(zipf(tradeCount, 0.8, 10))
  const skill = (dice: Dice): ConceptId => (skills[groups + drawSkill(dice)] as Skill).id
  const trade = (dice: Dice): Trade => trades[drawTrade(dice)] as Trade

  const vacancyAt = (index: number): Vacancy => {
    const dice = diceAt(seed, streams.vacancy, index)
    const of = trade(dice)
    const seniority: Seniority = dice.pick(['junior', 'medior', 'senior'] as const)
    const essentials = between(dice, 1, 5)
    return {
      id: idOf('v', index),
      occupation: of.id,
      ...vacancyTerms(dice, places, of, seniority),
      requirements: differentOnes(dice, between(dice, 5, 14), skill).map(
        (id, at): Requirement => ({
          skill: id,
          weight: at < essentials ? 'essential' : dice.pick(['important', 'somewhat'] as const),
          ...(dice.chance(0.4) ? { level: dice.pick([1, 2, 3] as const) } : {}),
        }),
      ),
    }
  }

  const offeringAt = (index: number): Offering => {
    const dice = diceAt(seed, streams.offering, index)
    const leveled = (least: number, most: number, ...levels: readonly Level[]): LeveledSkill[] =>
      differentOnes(dice, between(dice, least, most), skill).map((id) => ({ skill: id, level: dice.pick(levels) }))
    const shape = {
      weeks: between(dice, 1, 52),
      hoursPerWeek: dice.pick([4, 8, 12, 16, 32, 40]),
      feeEuro: dice.chance(0.2) ? 0 : between(dice, 2, 120) * 50,
      ...{ siteDaysPerWeek: 1, onlineShare: 0.35, rollingShare: 0.25 },
    }
    return {
      id: idOf('t', index),
      ...offeringTerms(dice, places, shape),
      outcomes: leveled(2, 8, 2, 2, 3),
      ...(dice.chance(0.4) ? { prerequisites: leveled(1, 2, 1, 2) } : {}),
    }
  }

  const personAt = (draw: number, index: number): Person => {
    const dice = diceAt(seed, streams.person + draw * 16, index)
    const of = trade(dice)
    const count = dice.chance(0.12) ? between(dice, 0, 7) : between(dice, 8, 40)
    const answer = (): Answer => dice.pick(['no', 'little', 'yes', 'yes', 'yes', 2, 3, 4] as const)
    return {
      id: idOf('p', draw * 100_000_000 + index),
      occupations: [of.id],
      answers: Object.fromEntries(differentOnes(dice, count, skill).map((id) => [id, answer()])),
      ...personTerms(dice, places, of, between(dice, 0, 20)),
    }
  }

  return {
    ...{ name: 'skewed', seed, size, skills },
    occupations: trades.map(({ id, core }) => ({ id, implies: core.map((at) => (skills[groups + Number(at)] as Skill).id) })),
    settings: settingsOfToday(),
    vacancies: () => rowsOf(size.vacancies, vacancyAt),
    offerings: () => rowsOf(size.offerings, offeringAt),
    people: (count = size.people, draw = 0) => rowsOf(count, (index) => personAt(draw, index)),
  }
}

/** Groups first; every other skill may lie below any earlier one. */
function skillsOf(dice: Dice): Skill[] {
  const skills: Skill[] = Array.from({ length: groups }, (_, at) => ({ id: idOf('s', at), kind: 'group' }))
  for (let at = groups; at < groups + skillCount; at++) {
    const parent = dice.chance(0.3) ? (skills[dice.below(at)] as Skill).id : undefined
    const related = dice.chance(0.1)
      ? (skills[groups + dice.below(Math.max(1, at - groups))] as Skill | undefined)?.id
      : undefined
    skills.push({
      id: idOf('s', at),
      kind: dice.pick(['tool', 'language', 'knowledge', 'capability', 'capability'] as const),
      ...(parent === undefined ? {} : { broader: [parent] }),
      ...(related === undefined ? {} : { related: [related] }),
    })
  }
  return skills
}

/** Here an occupation is little more than a wage and a level; `core` holds places in the list of skills. */
function tradeOf(dice: Dice, index: number): Trade {
  const workLevel = between(dice, 2, 7)
  return {
    id: idOf('o', index),
    ...{ ict: true, family: index % 40, vacancyShare: 1, peopleShare: 1, workLevel },
    wageCents: 1400 + workLevel * 320 + dice.below(400),
    remote: dice.next(),
    core: Array.from({ length: 6 }, () => String(dice.below(skillCount))),
    ...{ usual: [], rare: [] },
  }
}
