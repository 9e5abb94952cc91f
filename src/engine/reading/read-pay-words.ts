import type { PayScale } from './facts.ts'
import { allOf, around, firstOf, type Piece } from './piece.ts'

const wordsAboutPay =
  /(?<!\p{L})(?:(?:meer dan )?marktconforme?|(?:loon|salaris)?schaal \d{1,2}[A-Za-z]?|market[- ]conform|in line with the market|competitive (?:base )?(?:salary|pay|compensation)|(?:goed|prima|uitstekend|aantrekkelijk|passend|concurrerend|competitief|mooi|riant|good|excellent|attractive|generous) (?:basis|start|bruto|base )?-?(?:salaris|salary)|(?:salary )?negotiable|salaris (?:in overleg|nader te bepalen)|salary to be agreed)(?!\p{L})/giu

/** `marktconform`, `schaal 10`: words about pay that give no amount. */
export function readWageWords(text: string): Piece<string> | undefined {
  return firstOf(text, wordsAboutPay, (match) => {
    // `uren: negotiable` is not about pay.
    if (/^negotiable/i.test(match[0]) && !/salar|pay|wage|compensation|rate/i.test(around(match, text, 24, 0).before))
      return undefined
    return match[0].toLowerCase()
  })
}

const scale =
  /(?<!\p{L})((?:salaris|loon|functie)?schalen|(?:salaris|loon|functie)?schaal|(?:salary |pay )scales?|(?<=\()scale|FWG(?:-?schaal)?)(?:\s*(?:cao \p{L}+|:))?[\s-]{1,2}(\d{1,2})[a-z]?(?!\p{L})(?:\s*(?:\/|-|tot(?: en met)?|t\/m|of|en|à|to|or|and|,(?=\s?schaal))\s*(?:schaal\s|FWG\s)?(\d{1,2})(?!\d))?(?![\d:]|[.,]\d)/giu
const highestScale = 18
const highestFwg = 80
/** `op een schaal van 1 tot 10` is no pay. */
const otherScale = /(?:op (?:een|de)|on a|grote)\s*$/i

/** Pay scales by number. The amounts stand in the collective agreement, which may be named. */
export function readPayScale(text: string): Piece<PayScale> | undefined {
  return firstOf(text, scale, (match) => {
    if (otherScale.test(around(match, text, 12, 0).before)) return undefined
    const [least, most] = [Number(match[2]), Number(match[3] ?? match[2])]
    const name = /fwg/i.test(match[1]!) ? 'FWG' : 'scale'
    const highest = name === 'FWG' ? highestFwg : highestScale
    return least >= 1 && most <= highest && least <= most ? { name, least, most } : undefined
  })
}

const agreement =
  /(?<!\p{L})(?:CAO|Cao|cao|[Cc]ollectieve [Aa]rbeidsovereenkomst)(?:[ -](?:van (?:de|het) |voor (?:de|het) |de |het )?)((?:\p{Lu}[\p{L}&]*|hbo|mbo|wo)(?:[- ](?:(?:en|&|voor|van|de) )?\p{Lu}[\p{L}&]*){0,4})/gu

/** Collective agreements by name. */
export function readAgreements(text: string): Piece<string>[] {
  return allOf(text, agreement, (match) => match[1])
}
