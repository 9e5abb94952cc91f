import type { Person, Vacancy } from '../../src/engine/matching/index.ts'
import type { Offering } from '../../src/engine/planning/index.ts'
import type { ConceptId, Skill } from '../../src/engine/taxonomy/index.ts'
import { diceAt } from '../dice.ts'
import { answersOf, historyDraw } from './coherent-people.ts'
import { requirementDraw, taughtRequirements } from './coherent-requirements.ts'
import { Programmes } from './coherent-trainings.ts'
import { between, drawOf, maybe, weighted } from './draw.ts'
import { offeringTerms } from './offering-terms.ts'
import { personTerms } from './person-terms.ts'
import type { Places } from './places.ts'
import type { Seniority, Trade } from './trade.ts'
import { vacancyTerms } from './vacancy-terms.ts'
import { idOf, type RowWorld, rowsOf, settingsOfToday, streams, type WorldSize } from './world.ts'

/** What a world of occupations is made from. */
export interface Ground {
  readonly name: string
  readonly size: WorldSize
  readonly seed: number
  readonly skills: readonly Skill[]
  readonly trades: readonly Trade[]
  readonly places: Places
  /** Skills that some have whatever their work was. */
  readonly basics: readonly ConceptId[]
  /** Sets of skills that were asked together for a trade, where these are known; else they are drawn from the trade. */
  readonly askedTogether?: (trade: Trade) => readonly (readonly ConceptId[])[]
}

/** Every so many offerings one carries a job. */
const offeringsPerDual = 40
const firstDual = 7
/** Of vacancies for beginners: somebody is taken on before the training. */
const acceptsShare = 0.12

/** Vacancies, trainings and people that belong to each other because all are drawn from the same occupations. */
export function coherentWorld(ground: Ground): RowWorld {
  const { name, seed, size, skills, trades, places, basics } = ground
  const programmes = new Programmes(seed, trades, size.offerings)
  const tradeOfVacancy = drawOf(trades.map((trade) => trade.vacancyShare))
  const history = historyDraw(trades)
  const requirements = requirementDraw(trades, ground.askedTogether)
  const duals = Math.min(size.vacancies, Math.ceil(Math.max(0, size.offerings - firstDual) / offeringsPerDual))

  const vacancyAt = (index: number): Vacancy => {
    const dice = diceAt(seed, streams.vacancy, index)
    const id = idOf('v', index)
    if (index < duals) return dualVacancy(id, index)
    const trade = trades[tradeOfVacancy(dice)] as Trade
    const seniority = seniorityOf(trade, dice.next())
    return {
      id,
      occupation: trade.id,
      ...vacancyTerms(dice, places, trade, seniority),
      requirements: requirements(dice, trade, seniority),
      ...(seniority === 'junior'
        ? maybe(dice, acceptsShare, () => {
            const accepted = programmes.leadingTo(trade.id)
            const programme = accepted[dice.below(accepted.length)]
            if (!programme) return {}
            const given = programme.offerings.slice(0, 6)
            return { acceptsTrainings: dice.several(given, 4), paysTraining: dice.chance(0.6) }
          })
        : {}),
    }
  }

  const dualVacancy = (id: string, index: number): Vacancy => {
    const dice = diceAt(seed, streams.vacancy, index)
    const carrier = index * offeringsPerDual + firstDual
    const programme = programmes.of(carrier)
    const {
      diplomaOnly: _,
      experienceYears: __,
      latestStart: ___,
      ...terms
    } = vacancyTerms(dice, places, programme.trade, 'junior')
    return {
      id,
      occupation: programme.trade.id,
      ...terms,
      requirements: taughtRequirements(dice, programme.trade, programme.outcomes),
      carriedBy: idOf('t', carrier),
    }
  }

  const offeringAt = (index: number): Offering => {
    const dice = diceAt(seed, streams.offering, index)
    const programme = programmes.of(index)
    const job = (index - firstDual) / offeringsPerDual
    const carries = Number.isInteger(job) && job >= 0 && job < duals
    return {
      id: idOf('t', index),
      programme: programme.id,
      ...offeringTerms(dice, places, programme.shape),
      outcomes: programme.outcomes,
      ...(programme.prerequisites.length > 0 ? { prerequisites: programme.prerequisites } : {}),
      ...(carries ? dualFacts(dice, idOf('v', job)) : {}),
    }
  }

  const personAt = (draw: number, index: number): Person => {
    const dice = diceAt(seed, streams.person + draw * 16, index)
    const worked = history(dice)
    const latest = worked[0] as Trade
    const years = weighted(dice, [
      [between(dice, 0, 3), 40] as const,
      [between(dice, 3, 10), 40] as const,
      [between(dice, 8, 30), 20] as const,
    ])
    return {
      id: idOf('p', draw * 100_000_000 + index),
      occupations: worked.map(({ id }) => id),
      ...answersOf(dice, worked, basics, years),
      ...personTerms(dice, places, latest, years),
    }
  }

  return {
    ...{ name, seed, size, skills },
    occupations: trades.map(({ id, core, usual }) => ({ id, implies: [...core.slice(0, 6), ...usual.slice(0, 4)] })),
    settings: settingsOfToday(),
    vacancies: () => rowsOf(size.vacancies, vacancyAt),
    offerings: () => rowsOf(size.offerings, offeringAt),
    people: (count = size.people, draw = 0) => rowsOf(count, (index) => personAt(draw, index)),
  }
}

function dualFacts(dice: ReturnType<typeof diceAt>, job: string): Pick<Offering, 'feeEuro' | 'incomeMonthEuro' | 'job'> {
  return { feeEuro: 0, job, ...maybe(dice, 0.9, () => ({ incomeMonthEuro: between(dice, 16, 24) * 100 })) }
}

/** Work learnt on the job is mostly for beginners; other work asks experience twice as often as not. */
function seniorityOf({ workLevel }: Trade, chance: number): Seniority {
  const junior = workLevel <= 4 ? 0.5 : 0.28
  return chance < junior ? 'junior' : chance < junior + 0.42 ? 'medior' : 'senior'
}
