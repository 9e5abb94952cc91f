/** A place in a text where somebody must pay training back, with the words that oblige the training, where they stand near. */
export interface RepaymentClause {
  readonly start: number
  readonly end: number
  /** Words near it that say the training is obliged: then the clause is void (BW 7:611a). */
  readonly obliged?: { readonly start: number; readonly end: number }
}

const begin = '(?<![\\p{L}\\p{N}])'
const end = '(?![\\p{L}\\p{N}])'
/** Words between two parts of a clause: the same sentence, and not far. */
const between = '[^.!?\\n]{0,70}?'

const training =
  '(?:opleiding(?:en|s?kosten)?|bijscholing|scholing(?:s?kosten)?|studie(?:s|kosten)?|cursus(?:sen|kosten)?|training(?:en|s|s?kosten)?|lesgeld|collegegeld|certificering(?:en|s?kosten)?|certificaten|examen(?:s|kosten)?|tuition|courses?|study|studies|education|certifications?|exams?)'
const back =
  '(?:terugbetal(?:en|ing|ingen)|terugbetaald|terug te betalen|terugvorder(?:en|ing)|teruggevorderd|terug te vorderen|te verhalen op|verhaald op|pay back|paid back|paying back|repay(?:ment|ments)?|repaid|repaying|claw(?:ed)?[- ]?back|recover(?:ed)? from)'

const names = `(?:studiekostenbeding(?:en)?|opleidingskostenbeding(?:en)?|scholingsbeding(?:en)?|(?:opleidings|studie)kosten ?(?:regeling|overeenkomst) met terugbetaling\\p{L}*|training bonds?|(?:training|study|tuition)(?: costs?| fees?)? (?:repayment|claw[- ]?back) (?:clause|agreement|scheme)s?)`
/** `je betaalt de opleiding terug`: the verb stands around what is paid. */
const dutchAround = `(?:je|jij|u|werknemer|medewerker|student|deelnemer|kandidaat)${between}(?:betaalt?)${between}${training}${between}terug|betaalt? (?:je|jij|u|de werknemer|de student)${between}${training}${between}terug`

const clause = new RegExp(
  `${begin}(?:${names}|${training}${end}${between}${begin}${back}|${back}${end}${between}${begin}${training}|${dutchAround})${end}`,
  'giu',
)

/** Without one of these there is no clause: most texts are done with this look. */
const mayHold = /terug|verhaal|verhalen|beding|repa[iy]|pa(?:y|id|ying) back|claw|recover|bond/iu

/** A debt to somebody else, or an employer who pays something to the person. */
const somethingElse =
  /(?<!\p{L})(?:studieschuld\p{L}*|studielening\p{L}*|student (?:loans?|debts?)|duo-lening|hypothe\p{L}*|(?:wij|we|de werkgever|ons bedrijf) (?:betalen|betaalt|vergoeden|vergoedt|pay|reimburse|refund)|help(?:en|s)? (?:je|you))(?!\p{L})/iu

const obligedWords =
  /(?<!\p{L})(?:(?:wettelijk(?:e)? )?(?:verplicht(?:e)?|vereiste)|wettelijk(?:e)?|noodzakelijke|mandatory|compulsory|obligatory|statutory|legally required|required)\s(?:\p{L}+\s){0,2}?(?:opleiding(?:en)?|scholing|bijscholing|cursus(?:sen)?|training(?:en|s)?|certificering(?:en)?|courses?|education|certifications?|study)(?!\p{L})|(?<!\p{L})(?:opleiding(?:en)?|scholing|cursus(?:sen)?|training(?:en|s)?|certificering(?:en)?|courses?|certifications?)(?: \p{L}+){0,2}? (?:is|zijn|are) (?:wettelijk |door de cao |legally |by law )?(?:verplicht|vereist|mandatory|compulsory|obligatory|required)(?!\p{L})/giu

/** How far from a clause the words are looked for that oblige the training. */
const near = 240
const mostClauses = 20

/**
 * Places where a text says that somebody pays training back, in Dutch or English, in its order. Pure and linear in the text; the caller leaves out
 * what is denied or quoted.
 */
export function findRepayment(text: string): RepaymentClause[] {
  const found: RepaymentClause[] = []
  if (!mayHold.test(text)) return found
  for (const match of text.matchAll(clause)) {
    const span = { start: match.index, end: match.index + match[0].length }
    if (somethingElse.test(sentenceAround(text, span)) || isDenied(text, span)) continue
    const obliged = obligedNear(text, span)
    found.push({ ...span, ...(obliged ? { obliged } : {}) })
    if (found.length >= mostClauses) break
  }
  return found
}

/** `geen studiekostenbeding`, `hoeft de cursus niet terug te betalen`. */
function isDenied(text: string, { start, end: stop }: { readonly start: number; readonly end: number }): boolean {
  const before = text.slice(Math.max(0, start - 60), start)
  const inside = text.slice(start, stop)
  const after = text.slice(stop, stop + 40)
  return (
    /(?<!\p{L})(?:geen|zonder|nooit|no|without|never)\s+(?:\p{L}+\s+){0,2}$/iu.test(before) ||
    /(?<!\p{L})(?:niet|niets|nooit|zonder|geen|not|never|no|without)(?!\p{L})/iu.test(inside) ||
    /^\s+(?:\p{L}+\s+){0,2}(?:is|zijn|geldt|gelden|are|does|applies)?\s?(?:niet|not)(?!\p{L})/iu.test(after)
  )
}

function sentenceAround(text: string, { start, end: stop }: { readonly start: number; readonly end: number }): string {
  const before = text.slice(Math.max(0, start - near), start)
  const after = text.slice(stop, stop + near)
  const from = Math.max(before.lastIndexOf('. '), before.lastIndexOf('\n'), before.lastIndexOf('! '), before.lastIndexOf('? '))
  const to = /[.!?\n]/.exec(after)?.index ?? after.length
  return `${before.slice(from + 1)}${text.slice(start, stop)}${after.slice(0, to)}`
}

function obligedNear(text: string, span: { readonly start: number; readonly end: number }): RepaymentClause['obliged'] {
  const from = Math.max(0, span.start - near)
  let nearest: RepaymentClause['obliged']
  for (const match of text.slice(from, span.end + near).matchAll(obligedWords)) {
    const place = { start: from + match.index, end: from + match.index + match[0].length }
    if (nearest === undefined || distance(place, span) < distance(nearest, span)) nearest = place
  }
  return nearest
}

const distance = (
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): number => Math.max(0, a.start - b.end, b.start - a.end)
