import { type FundingQuestion, factsSchema } from '../../modules/funding/index.ts'
import { type FundingFacts, type FundingParty, isChoiceFact } from '../../modules/rules/index.ts'

export interface ReadFacts {
  readonly facts: FundingFacts
  readonly who: Exclude<FundingParty, 'sector'> | undefined
  /** Facts whose text is no number that can be used, with that text. */
  readonly wrong: Readonly<Record<string, string>>
}

const whos = ['person', 'employer', 'educator'] as const

/** Reads what somebody told from the query of the page. An answer that does not exist is nothing told; a number that cannot be used is named. */
export function readFacts(query: URLSearchParams, questions: readonly FundingQuestion[]): ReadFacts {
  const facts: Record<string, string | number> = {}
  const wrong: Record<string, string> = {}
  for (const { fact } of questions) {
    const text = (query.get(fact) ?? '').trim().slice(0, 40)
    if (text === '') continue
    const value = isChoiceFact(fact) ? text : wholeNumber(text)
    if (value !== undefined && factsSchema.safeParse({ [fact]: value }).success) facts[fact] = value
    else if (!isChoiceFact(fact)) wrong[fact] = text
  }
  return { facts: facts as FundingFacts, who: whos.find((one) => one === query.get('who')), wrong }
}

/** `1200`, `1.200` and `€ 1 200` are the same. */
function wholeNumber(text: string): number | undefined {
  const digits = text
    .replace(/^€/, '')
    .replace(/[\s.,](?=\d{3}(?:\D|$))/g, '')
    .trim()
  return /^\d{1,7}$/.test(digits) ? Number(digits) : undefined
}
