import type { PoolCounts } from '../../../modules/pool-effects/index.ts'
import type { Language } from '../../../modules/skills/index.ts'
import { numberText } from '../../words/format.ts'
import { poolEffectWords } from '../../words/pool-effect.ts'

export type CountPair = PoolCounts['now']

/** The smaller first: what dropping a demand brings if all holds may be less than if nothing does. Hidden counts as nothing. */
export function fromTo([low, high]: CountPair): readonly [number, number] {
  const [a, b] = [low ?? 0, high ?? 0]
  return a <= b ? [a, b] : [b, a]
}

/** 380 tot 410; minder dan 10; minder dan 10 tot 540. */
export function pairText(pair: CountPair, language: Language): string {
  const words = poolEffectWords[language]
  const one = (people: number): string => (people === 0 ? words.few : numberText(people, language))
  const [from, to] = fromTo(pair)
  return from === to ? one(from) : words.range(one(from), one(to))
}

export const isHidden = ([low, high]: CountPair): boolean => low === null && high === null
