import { findRepayment } from '../funding/index.ts'
import type { Language } from '../skills/index.ts'

/** Words of an agreement by which somebody pays training back, and those that oblige the training, where they stand near. */
export interface RepaymentWords {
  readonly language: Language
  readonly words: string
  readonly obliged?: string
}

/** Looks for a clause to pay training back in both texts of an agreement or addendum. A warning, never a refusal: who signs decides. */
export function repaymentIn(text: Readonly<Record<Language, string>> | undefined): RepaymentWords[] {
  if (!text) return []
  return (['nl', 'en'] as const).flatMap((language) =>
    findRepayment(text[language]).map(({ start, end, obliged }) => ({
      language,
      words: text[language].slice(start, end),
      ...(obliged ? { obliged: text[language].slice(obliged.start, obliged.end) } : {}),
    })),
  )
}
