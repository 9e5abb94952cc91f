import type { Experience } from './facts.ts'
import { numberOf, numberWords } from './numbers.ts'
import { allOf, around, likely, type Piece } from './piece.ts'

const least = String.raw`(?:minimaal|minstens|ten minste|tenminste|min\.?|(?:a )?minim?um(?: of)?|minumum|at least|vanaf|meer dan|more than|ruim|over|circa|ongeveer|zo'n|around|about)\s+`
const count = String.raw`(?<![\d.,€])(\d{1,2}(?:[.,]5)?|${numberWords})(\s?\+)?(?:\s*(?:-|tot|à|to|of|or|\/)\s*(\d{1,2}|${numberWords}))?(\+)?\s*(?:jaar|jaren|years?|yrs?)(?!\p{L})(?:'s?)?`
/** Few words between the years and the experience, none of them the end of a sentence. */
const between = String.raw`(?:\s+\(?(?!ervaring|experience)[\p{L}\d][\p{L}\d'/&+#-]{0,24}\)?,?){0,6}?`
const before = new RegExp(
  `(?:(?:${least})(?:een )?)?${count}${between}\\s+\\(?(?:\\p{L}{2,14}-?|work )?(?:ervaring|experience|work experience)(?!\\p{L})`,
  'giu',
)
const behind = new RegExp(
  `(?<!\\p{L})(?:werk|vak|praktijk)?(?:ervaring|experience)(?:\\s*:|\\s*\\(|\\s+(?:van|of|is|met)?)\\s*(?:${least})?${count}`,
  'giu',
)
const atWork = new RegExp(
  `(?:${least})${count}(?:\\s+(?:werkzaam|actief|gewerkt|in (?:een|a|an) (?:vergelijkbare|soortgelijke|gelijkwaardige|similar|comparable|relevant)|als \\p{L}+|in a |as (?:a|an) ))`,
  'giu',
)
const vague =
  /(?<!\p{L})(?:enkele|enige|meerdere|een aantal|een paar|diverse|several|some|a few|multiple|jarenlange|ruime|veel|extensive|considerable|ample|aanzienlijke)\s+(?:jaar |jaren |years? (?:of )?|werk)?(?:(?:relevante|aantoonbare|relevant|hands-on|work|professional|praktische|of|aan) ){0,2}(?:werk)?(?:ervaring|experience)(?!\p{L})/giu

/** The firm speaks of itself: `wij hebben 20 jaar ervaring`, `onze collega's met 15 jaar ervaring`. */
const firm =
  /(?:(?<!\p{L})(?:wij|we|ons|onze|us|our|bedrijf|organisatie|company|firm|bureau|team|collega's|colleagues|specialisten|adviseurs|consultants|met zijn|al|already|sinds|since|opgericht|bestaan)(?!\p{L})(?! (?:zoeken|vragen|verwachten|zijn op zoek|are looking|ask|expect|require|need|seek))[^.;\n]{0,40})$/iu
const asked = /(?:je|jij|you|vragen|zoeken|verwachten|require|looking for|expect|bring|minimaal)[^.;\n]{0,50}$/i
/** `tot 3 jaar ervaring`: nobody needs any. */
const upTo = /(?<!\p{L})(?:tot|max(?:imaal|imum)?\.?|up to|niet meer dan|no more than)\s$/iu
/** More is not asked of anybody: it is the age of the firm. */
const mostYears = 15

/** Years of experience as asked, all of them. */
export function readExperience(text: string): Piece<Experience>[] {
  const make = (match: RegExpExecArray): Experience | undefined => {
    const [, first = '', , second] = match
    const lead = around(match, text, 70, 0).before
    if (firm.test(lead) && !asked.test(lead)) return undefined
    const from = numberOf(first)
    const to = second === undefined ? undefined : numberOf(second)
    if (to === undefined && upTo.test(lead)) return from > 0 && from <= mostYears ? { most: from } : undefined
    if (!(from >= 0 && from <= mostYears) || (from === 0 && !to)) return undefined
    return to !== undefined && to > from && to <= mostYears * 2 ? { least: from, most: to } : { least: from }
  }
  const found: Piece<Experience>[] = []
  const add = (pieces: readonly Piece<Experience>[]): void => {
    for (const piece of pieces) {
      if (!found.some((other) => other.start < piece.end && piece.start < other.end)) found.push(piece)
    }
  }
  add(allOf(text, before, make))
  add(allOf(text, behind, make))
  add(allOf(text, atWork, make).map((piece) => likely(piece)!))
  add(allOf(text, vague, (match) => (firm.test(around(match, text, 40, 0).before) ? undefined : {})))
  return found.sort((a, b) => a.start - b.start)
}

/** The first that names a least number of whole years, one or more. */
export function firstYears(experience: readonly Piece<Experience>[]): Piece<number> | undefined {
  const piece = experience.find(({ value }) => value.least !== undefined && value.least >= 1)
  return piece && { ...piece, value: Math.floor(piece.value.least!) }
}
