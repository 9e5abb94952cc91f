import type { Language } from '../../../modules/skills/index.ts'
import type { CountPair } from '../../../modules/vacancy-checks/index.ts'
import { numberText } from '../../words/format.ts'
import { vacancyCheckWords } from '../../words/vacancy-check.ts'
import { fromTo, pairText } from '../pool-effect/pair-text.ts'

/** 380 tot 410; minder dan 10; hoogstens 540, where fewer than ten are certain. */
export function peopleText(pair: CountPair, language: Language): string {
  const [from, to] = fromTo(pair)
  return from === 0 && to > 0 ? vacancyCheckWords[language].atMost(numberText(to, language)) : pairText(pair, language)
}
