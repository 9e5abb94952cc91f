import { z } from 'zod'
import { type ChoiceFact, choiceFacts, numberFacts } from './funding-facts.ts'

const bilingual = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })
/** A figure, or the id of a rule that holds it: one figure stands in one place. */
const bound = z.union([z.number().int().min(0), z.strictObject({ rule: z.string().min(1) })])

const chosen = z
  .strictObject({
    fact: z.enum(Object.keys(choiceFacts) as [ChoiceFact, ...ChoiceFact[]]),
    in: z.array(z.string()).min(1),
    /** The condition in words, as it stands in the scheme. */
    says: bilingual,
  })
  .refine(
    ({ fact, in: values }) => values.every((value) => (choiceFacts[fact] as readonly string[]).includes(value)),
    'A condition names answers that its fact has.',
  )
const counted = z
  .strictObject({ fact: z.enum(numberFacts), atLeast: bound.optional(), atMost: bound.optional(), says: bilingual })
  .refine(({ atLeast, atMost }) => (atLeast === undefined) !== (atMost === undefined), 'A condition has one bound.')
/** What no form can answer: whoever decides looks at it. */
const judged = z.strictObject({ judged: z.literal(true), says: bilingual })
const simple = z.union([chosen, counted, judged])
const condition = z.union([simple, z.strictObject({ any: z.array(simple).min(2), says: bilingual })])

const amount = z
  .strictObject({
    /** Left out: always. The first that holds counts. */
    when: z
      .array(z.union([chosen, counted]))
      .min(1)
      .optional(),
    lowEuro: z.number().int().min(0).optional(),
    highEuro: z.number().int().min(0).optional(),
    /** A share of the price, up to `highEuro`. */
    share: z.number().gt(0).max(1).optional(),
    /** Where the share differs by what we do not ask: the lowest. */
    lowShare: z.number().gt(0).max(1).optional(),
    /** There is no highest amount but the price. */
    noMaximum: z.literal(true).optional(),
    per: z.enum(['training', 'place', 'year', 'plan']),
    /** Never more than the training costs. */
    upToPrice: z.literal(true).optional(),
  })
  .refine(
    ({ lowEuro, highEuro, share, noMaximum }) => [lowEuro, highEuro, share, noMaximum].some((each) => each !== undefined),
    'An amount has a figure, a share, or no maximum.',
  )
  .refine(({ share = 1, lowShare = share }) => lowShare <= share, 'The low share comes first.')
  .refine(({ lowEuro = 0, highEuro = lowEuro }) => lowEuro <= highEuro, 'The low amount comes first.')

/** Who money or an instrument is for. */
export const fundingParties = ['person', 'employer', 'educator', 'sector'] as const
export type FundingParty = (typeof fundingParties)[number]

export const fundingKinds = ['subsidy', 'budget', 'loan', 'benefit', 'tax', 'right', 'help', 'fund'] as const

export const fundingTermsSchema = z.strictObject({
  kind: z.enum(fundingKinds),
  /** Whose money it is. What is the employer's is never shown as the person's. */
  paidTo: z.enum(fundingParties),
  /** Who asks for it. `nobody`: it holds by itself. */
  appliedBy: z.enum([...fundingParties, 'nobody']),
  /** For whom it is worth knowing. */
  helps: z.array(z.enum(fundingParties)).min(1),
  /** Who decides, or whom to ask. */
  decides: bilingual,
  /** What is said when every condition is met: one can ask for it, or somebody must be asked whether it is open or fits. */
  whenMet: z.enum(['can', 'ask']),
  /** Most telling first: the first that is open is the question. */
  conditions: z.array(condition),
  amounts: z.array(amount).default([]),
  /** Days on which the counter is open; both included. Left out: there is none, or it is not known. */
  windows: z
    .array(z.strictObject({ from: z.iso.date(), to: z.iso.date() }))
    .min(1)
    .optional(),
  /** What to have ready. */
  ready: z.array(bilingual).default([]),
  /** What happens with a place or plan while one gets it: said beside it. */
  mind: bilingual.optional(),
})

/** What a funding scheme asks, pays and when: a part of its dated rule. */
export type FundingTerms = z.infer<typeof fundingTermsSchema>
export type FundingCondition = z.infer<typeof condition>
export type SimpleCondition = z.infer<typeof simple>
export type FundingAmount = z.infer<typeof amount>

/** The ids of rules whose figures these conditions take. */
export function rulesNamedBy({ conditions, amounts }: FundingTerms): string[] {
  const simples = [...conditions.flatMap((one) => ('any' in one ? one.any : [one])), ...amounts.flatMap(({ when = [] }) => when)]
  return simples.flatMap((one) =>
    'atLeast' in one || 'atMost' in one
      ? [one.atLeast, one.atMost].flatMap((each) => (typeof each === 'object' ? [each.rule] : []))
      : [],
  )
}
