import { Invalid } from '../../platform/index.ts'
import type { Check, CheckedText } from './check.ts'
import { demandsOf, type TextDemand } from './demands-of.ts'
import { type Item, itemsOf } from './items.ts'
import { readCheckedText, readPlain, withOccupation } from './read-checked-text.ts'
import {
  type DescribedVacancy,
  type ReadingContext,
  type ReadVacancy,
  readVacancy,
  type TextBeside,
  toDescribed,
} from './read-vacancy.ts'
import { type Findings, runChecks } from './run-checks.ts'

/** Everything that one text says, before anybody is counted. */
export interface TextRead {
  readonly checked: CheckedText
  readonly vacancy: ReadVacancy
  readonly described: DescribedVacancy
  readonly demands: readonly TextDemand[]
  readonly findings: Findings
  readonly items: readonly Item[]
}

/**
 * Only what the engine is asked of a text, without what checks say of it: for a text that somebody may have.
 * @returns undefined when it cannot be read as a vacancy
 */
export function describeText(text: string, beside: TextBeside, context: ReadingContext): DescribedVacancy | undefined {
  const vacancy = text === '' ? { refused: '' } : readVacancy(readPlain(text), beside, context)
  return 'refused' in vacancy ? undefined : toDescribed(vacancy)
}

/**
 * @param text as `vacancyText` gives it
 * @throws Invalid when it is empty or asks more than can be compared
 */
export function readText(text: string, beside: TextBeside, context: ReadingContext, checks: readonly Check[]): TextRead {
  if (text === '') throw new Invalid('text', 'There is no text to check.')
  const plain = readCheckedText(text, context.catalogue)
  const vacancy = readVacancy(plain, beside, context)
  if ('refused' in vacancy) throw new Invalid('text', vacancy.refused)
  const checked = withOccupation(plain, context.catalogue, vacancy.vacancy.occupation)
  const demands = demandsOf(checked, vacancy)
  const findings = runChecks(checks, checked)
  return {
    checked,
    vacancy,
    described: toDescribed(vacancy),
    demands,
    findings,
    items: itemsOf(checked, findings.marks, demands),
  }
}
