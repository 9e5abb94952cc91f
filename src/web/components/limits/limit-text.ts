import type { Language } from '../../../modules/skills/index.ts'
import type { LimitName } from '../../trial.ts'
import { euroText } from '../../words/format.ts'
import { planWords } from '../../words/plans.ts'

/** A limit with its unit; undefined: no limit. */
export function limitText(name: LimitName, value: number | undefined, language: Language): string {
  const { limits: words } = planWords[language]
  if (value === undefined) return words.none
  if (name === 'own') return euroText(value, language)
  if (name === 'weeks') return words.weeksValue(value)
  return name === 'study' ? words.studyValue(value) : words.travelValue(value)
}
