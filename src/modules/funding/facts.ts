import { z } from 'zod'
import { type ChoiceFact, choiceFacts, type FundingFact, isChoiceFact, type NumberFact, numberFacts } from '../rules/index.ts'
import type { Language } from '../skills/index.ts'
import { factWords } from './fact-words.ts'

/** What somebody tells for one check. Strict: nothing else can be told, and none of it is kept. */
export const factsSchema = z
  .strictObject({
    ...(Object.fromEntries(
      Object.entries(choiceFacts).map(([fact, values]) => [fact, z.enum(values as readonly [string, ...string[]]).optional()]),
    ) as unknown as { [F in ChoiceFact]: z.ZodOptional<z.ZodEnum<{ [V in (typeof choiceFacts)[F][number]]: V }>> }),
    ...({
      priceEuro: z.number().int().min(0).max(1_000_000).optional(),
      months: z.number().int().min(0).max(120).optional(),
      guidedHours: z.number().int().min(0).max(3_000).optional(),
      practiceHours: z.number().int().min(0).max(3_000).optional(),
    } satisfies Record<NumberFact, z.ZodOptional<z.ZodNumber>>),
  })
  .describe('What is known of the person, the training and the employer. All may be left out: what is not said is asked.')

/** One thing to ask, in words, with its answers where there are fixed ones. */
export interface FundingQuestion {
  readonly fact: FundingFact
  readonly text: string
  readonly choices?: readonly { readonly value: string; readonly text: string }[]
}

/** The question that a fact is the answer to. */
export function questionOf(fact: FundingFact, language: Language): FundingQuestion {
  const { question, choices } = factWords[fact]
  const text = question[language]
  if (!isChoiceFact(fact)) return { fact, text }
  return { fact, text, choices: choiceFacts[fact].map((value) => ({ value, text: choices?.[value]?.[language] ?? value })) }
}

/** Every question that some scheme asks, in the order of a form. */
export const allQuestions = (language: Language): readonly FundingQuestion[] =>
  [...(Object.keys(choiceFacts) as ChoiceFact[]), ...numberFacts].map((fact) => questionOf(fact, language))
