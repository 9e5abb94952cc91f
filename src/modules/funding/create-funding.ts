import { type Clock, type DateText, todayInAmsterdam } from '../../platform/index.ts'
import { type FundingFact, type FundingFacts, type FundingParty, fundingParties, type RulesService } from '../rules/index.ts'
import type { Language } from '../skills/index.ts'
import { answerOf, type FundingAnswer, factsAskedBy, schemesOn } from './answer.ts'
import { figuresOn } from './conditions.ts'
import { type MinimumWage, minimumWages } from './wage-steps.ts'

export interface FundingAsked {
  readonly facts: FundingFacts
  readonly language: Language
  /** Left out: schemes for everybody. */
  readonly who?: FundingParty | undefined
  /** Left out: today. */
  readonly date?: DateText | undefined
}

export interface FundingCheck {
  readonly date: DateText
  readonly answers: readonly FundingAnswer[]
  /** The facts that one of these schemes asks. */
  readonly asks: ReadonlySet<FundingFact>
}

export interface Funding {
  /** What every scheme says to these facts: what can first, then what to ask, what cannot, and what is closed. Keeps nothing. */
  check(asked: FundingAsked): Promise<FundingCheck>
  /** Minimum wages per hour by age, as we know them. */
  wages(isBbl: boolean, date?: DateText): Promise<readonly MinimumWage[]>
}

const order = { can: 0, ask: 1, cannot: 2 } as const

export function createFunding({ rules, clock }: { readonly rules: RulesService; readonly clock: Clock }): Funding {
  const today = (): DateText => todayInAmsterdam(clock.now())
  return {
    async check({ facts, language, who, date = today() }) {
      const all = await rules.all()
      const schemes = schemesOn(all, date).filter(({ funding }) => who === undefined || funding.helps.includes(who))
      const figureOf = figuresOn(all, date)
      const answers = schemes.map((rule) => answerOf(rule, { facts, date, language, figureOf }))
      return { date, answers: answers.sort(byUse(language)), asks: factsAskedBy(schemes) }
    },
    async wages(isBbl, date = today()) {
      return minimumWages(await rules.all(), date, isBbl)
    },
  }
}

/** Closed ones last; money before loans; what fits most of what was told first; then by name. */
function byUse(language: Language): (a: FundingAnswer, b: FundingAnswer) => number {
  const closed = ({ status }: FundingAnswer): number => Number(status !== 'open')
  const loan = ({ kind }: FundingAnswer): number => Number(kind === 'loan')
  const met = ({ reasons }: FundingAnswer): number => reasons.filter(({ state }) => state === 'met').length
  const party = ({ helps }: FundingAnswer): number => fundingParties.indexOf(helps[0] as FundingParty)
  return (a, b) =>
    closed(a) - closed(b) ||
    order[a.verdict] - order[b.verdict] ||
    loan(a) - loan(b) ||
    met(b) - met(a) ||
    party(a) - party(b) ||
    a.title.localeCompare(b.title, language)
}
