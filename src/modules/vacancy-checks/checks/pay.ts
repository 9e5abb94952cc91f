import type { Check, CheckedText, Praise, Span } from '../check.ts'
import { isNotSaid } from './excuses.ts'
import { markAt, matchesIn, type Remark } from './marks.ts'
import { begin, end, space } from './pattern-parts.ts'

const id = 'pay'

const vague = new RegExp(
  `${begin}(?:marktconforme?(?:${space}(?:salaris|beloning|salariëring|vergoeding))?|(?:een${space}|a${space})?(?:goed|prima|uitstekend|aantrekkelijk|passend|mooi|riant|competitief|good|excellent|attractive|generous|competitive|market[- ]conform(?:ing)?)${space}(?:salaris|salary|loon|pay|compensation)|salaris${space}naar${space}ervaring|salary${space}(?:depending|based)${space}on${space}experience|competitive${space}compensation)${end}`,
  'giu',
)
const amount =
  /(?:€|(?<!\p{L})(?:euro|eur|bruto|gross)(?!\p{L}))[^\n]{0,12}?\d|(?<![\d.,])\d[\d.,]{0,12}(?:,-)?\s?(?:€|euro|eur|bruto|gross)|(?:[$£]|(?<!\p{L})(?:usd|gbp|chf)(?!\p{L}))[\s*:]{0,8}\d{1,3}[ .,\u00a0]?\d{3}(?!\d|[\d.,]*\s?(?:billion|million|miljard|miljoen|bn))|(?<!\p{L})remuneration(?!\p{L})[^.]{0,100}?\d[ .,\u00a0]?\d{3}(?!\d)|(?<!\p{L})(?:loon|salaris|functie)?schaal \d/iu

/** An amount without a period or with one end only: vague words beside it say enough. */
const amountOfPay =
  /(?:salaris|salary|verdien\p{L}*|bruto|gross|maandsalaris|loon)[^\n]{0,60}?(?:€|eur(?:o)?)?\s?\d{1,3}\\?[.,]\d{3}|€\s?\d{1,3}\\?[.,]\d{3}[^\n]{0,30}(?:bruto|gross|per maand|a month|per month)/iu

const remark: Remark = {
  check: id,
  severity: 'tip',
  title: { nl: 'Tip: noem het salaris', en: 'Tip: name the salary' },
  why: {
    nl: 'Dit zegt niemand iets. Bijvoorbeeld: € 3.200 tot € 4.500 bruto per maand.',
    en: 'This tells nobody anything. For example: € 3,200 to € 4,500 gross a month.',
  },
}

/** What the work pays. */
export const pay: Check = {
  id,
  title: { nl: 'Salaris', en: 'Salary' },
  sources: [{ name: 'Richtlijn loontransparantie; Nederlandse wet beoogd per 1-1-2027', sureness: 'unverified' }],
  run(checked) {
    const named = namedIn(checked)
    if (named) return { praise: [{ ...named, check: id, title: { nl: 'Het salaris staat erbij', en: 'The salary is named' } }] }
    const words = matchesIn(checked.text, vague)
      .map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
      .filter((span) => !isNotSaid(checked, span))
    if (words.length > 0 && !amountOfPay.test(checked.text.slice(0, mostLooked)))
      return { marks: words.map((span) => markAt(checked, span, remark)) }
    if (checked.facts.payScale || amount.test(checked.text.slice(0, mostLooked))) return {}
    return {
      missing: [
        {
          check: id,
          severity: 'tip',
          title: { nl: 'Wat verdient iemand?', en: 'What does somebody earn?' },
          why: {
            nl: 'Er staat geen salaris. Mensen kunnen dan niet kiezen.',
            en: 'There is no salary. Then people cannot choose.',
          },
          example:
            checked.language === 'nl'
              ? 'Je verdient € 3.200 tot € 4.500 bruto per maand.'
              : 'You earn € 3,200 to € 4,500 gross a month.',
        },
      ],
    }
  },
}

const mostLooked = 100_000

function namedIn({ facts }: CheckedText): (Span & Partial<Praise>) | undefined {
  const wage = facts.wage ?? facts.wageBound
  return wage && { start: wage.start, end: wage.end }
}
