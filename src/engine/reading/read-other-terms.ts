import type { RemoteWork } from './facts.ts'
import { firstOf, type Piece } from './piece.ts'

const licence =
  /(?<!\p{L})(?:(?:auto)?rijbewijs|driv(?:ing|er['’]?s) licen[cs]e)(?:\s*\(?\s*(?:type|categorie|category|cat\.?)?\s*(BE|CE|DE|AM|A|B|C|D|T)(?![\p{L}\d'’+#]))?|(?<!\p{L})(BE?|CE?)-rijbewijs|(?<!\p{L})(VCA)(?!\p{L})/gu

/** Driving licences by their letters (a plain *rijbewijs* is B), and VCA. */
export function readLicences(text: string): Piece<string>[] {
  const found: Piece<string>[] = []
  const withoutCase = text.replace(/(?<!\p{L})(?:Auto)?Rijbewijs|(?<!\p{L})Driving|(?<!\p{L})Driver/gu, (word) =>
    word.toLowerCase(),
  )
  for (const match of withoutCase.matchAll(licence)) {
    const value = match[1] ?? match[2] ?? match[3] ?? 'B'
    if (found.some((other) => other.value === value)) continue
    found.push({ value, start: match.index, end: match.index + match[0].length })
  }
  return found
}

const conduct =
  /(?<!\p{L})(?:VOG|[Vv]erklaring [Oo]mtrent (?:het )?[Gg]edrag|[Cc]ertificate of (?:[Gg]ood )?[Cc]onduct)(?!\p{L})/gu

export function readCertificate(text: string): Piece<true> | undefined {
  return firstOf(text, conduct, () => true as const)
}

const wholly =
  /(?<!\p{L})(?:(?:volledig|100\s?%|fully|completely|entirely) (?:vanuit huis|thuis(?:werken)?|remote|op afstand|from home)|remote[- ]only)(?!\p{L})/giu
const numbers: Readonly<Record<string, number>> = { een: 1, één: 1, one: 1, twee: 2, two: 2, drie: 3, three: 3, vier: 4, four: 4 }
const daysAtHome =
  /(?<!\p{L})(\d|een|één|twee|drie|vier|one|two|three|four)(?:\s*(?:-|–|tot|à|to|of|or)\s*(\d|twee|drie|vier|two|three|four))? (?:dag(?:en)?|days?)(?: (?:per|in de|a) week)? (?:(?:vanuit|van|from|at|kunt|kun|kan|mag|je|jij|you|can|may|work) ){0,4}(?:thuis(?:werken)?|huis|home|remote)(?!\p{L})/giu
const possible =
  /(?<!\p{L})(?:hybride?|hybrid|thuiswerk(?:en|dagen|mogelijkheden)|deels thuis|remote|work(?:ing)? from home|home office)(?!\p{L})/giu
const denied = /(?:geen|niet|no|not)\s+(?:\p{L}+\s+)?$/iu
const weekDays = 5

/** Work from home: a share where it is said, otherwise only that it is possible. Of days, the fewest that are sure. */
export function readRemote(text: string): Piece<RemoteWork> | undefined {
  const isDenied = (match: RegExpExecArray): boolean => denied.test(text.slice(Math.max(0, match.index - 20), match.index))
  return (
    firstOf(text, wholly, (match) => (isDenied(match) ? undefined : { share: 100 })) ??
    firstOf(text, daysAtHome, (match) => {
      const days = numbers[match[1]!.toLowerCase()] ?? Number(match[1])
      return days > 0 && days <= weekDays ? { share: (days * 100) / weekDays } : undefined
    }) ??
    firstOf(text, possible, (match) => (isDenied(match) ? undefined : {}))
  )
}

const years =
  /(?<![\d.,])(?:(minimaal|minstens|ten minste|minim?um(?: of)?|minumum|at least|vanaf)\s+)?(\d{1,2}|een|één|one|twee|two|drie|three|vier|four|vijf|five)(\+|\s*(?:-|–|tot|à|to)\s*\d{1,2})?\+?\s*(?:jaar|jaren|years?)(?:['’]s?)?(?: (?:aan|of|aantoonbare?|relevante?|relevant|werk|professional|ruime|working|recente?)){0,3}\s*(?:werk)?(?:ervaring|experience)(?!\p{L})/giu
const moreNumbers: Readonly<Record<string, number>> = { ...numbers, vijf: 5, five: 5 }

/** More is not asked of anybody: it is the age of the firm. */
const mostYears = 15

/** Years of experience; of `3 - 5 jaar` the least. */
export function readYears(text: string): Piece<number> | undefined {
  return firstOf(text, years, (match) => {
    const count = moreNumbers[match[2]!.toLowerCase()] ?? Number(match[2])
    return count >= 1 && count <= mostYears ? count : undefined
  })
}
