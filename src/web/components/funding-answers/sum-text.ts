import type { FundingAnswer } from '../../../modules/funding/index.ts'
import type { Language } from '../../../modules/skills/index.ts'
import { euroText, numberText } from '../../words/format.ts'
import { fundingWords } from '../../words/funding.ts'

/** The amount of a scheme in words; undefined where none is known. */
export function sumText(sum: FundingAnswer['sum'], language: Language): string | undefined {
  if (!sum) return undefined
  const words = fundingWords[language]
  if (sum.highEuro === 0) return undefined
  const { lowEuro, highEuro, noMaximum, share } = sum
  const per = words.per[sum.per]
  const percent = (of: number): string => `${numberText(Math.round(of * 100), language)}%`
  const parts = [
    share === undefined
      ? undefined
      : share[0] === share[1]
        ? words.sum.share(percent(share[1]))
        : words.sum.shares(percent(share[0]), percent(share[1])),
    highEuro === undefined
      ? undefined
      : lowEuro === highEuro
        ? words.sum.exact(euroText(highEuro, language), per)
        : lowEuro === 0
          ? words.sum.upTo(euroText(highEuro, language), per)
          : words.sum.between(euroText(lowEuro, language), euroText(highEuro, language), per),
    noMaximum && highEuro === undefined ? words.sum.noMaximum : undefined,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(' ')
}
