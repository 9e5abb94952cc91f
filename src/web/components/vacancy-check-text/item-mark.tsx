import type { CheckItem } from '../../../modules/vacancy-checks/index.ts'
import { useLanguage } from '../../words/use-words.ts'
import { vacancyCheckWords } from '../../words/vacancy-check.ts'

/** Where an item is explained, and where it stands in the text. */
export const explanationId = (mark: string): string => `e-${mark}`
const textId = (mark: string): string => `t-${mark}`

/** Demands, other remarks, and what is against the law look different; the number and the words say it too. */
export function lookOf({ demands, said }: CheckItem): { readonly words: string; readonly sign: string } {
  const kind = said?.severity === 'law' ? ' law' : ''
  return demands.length > 0 ? { words: `dem${kind}`, sign: `mk${kind}` } : { words: `tip${kind}`, sign: `mk tipk${kind}` }
}

/** The number of an item: in the text it leads to the explanation, everywhere else back to the text. */
export function ItemMark({ item, at }: { readonly item: CheckItem; readonly at: 'text' | 'bars' | 'explanation' }) {
  const words = vacancyCheckWords[useLanguage()]
  const { mark, demands, place } = item
  const { sign } = lookOf(item)
  const isDemand = demands.length > 0
  if (at === 'explanation') {
    return place ? (
      <a className={sign} href={`#${textId(mark)}`} aria-label={`${mark}: ${words.toText}`}>
        {mark}
      </a>
    ) : (
      <span className={sign}>{mark}</span>
    )
  }
  return (
    <a
      className={sign}
      id={at === 'text' ? textId(mark) : undefined}
      href={`#${explanationId(mark)}`}
      aria-label={isDemand ? words.seeDemand(mark) : words.seeRemark(mark)}
    >
      {mark}
    </a>
  )
}
