import type { Contract, ContractKind } from './facts.ts'
import { numberOf, numberWords } from './numbers.ts'
import { around, type Piece } from './piece.ts'

const length = String.raw`(\d{1,2}|${numberWords})[\s-]?(jaar|jaren|maand|maanden|mnd|months?|years?)`
const patterns: readonly (readonly [ContractKind, RegExp])[] = [
  ['traineeship', /(?<!\p{L})(?:traineeships?|trainee[- ]?programma|trainee program(?:me)?)(?!\p{L})/giu],
  [
    'internship',
    // Dutch `intern` is in-house, and English `stage` a phase: both need a word beside them.
    /(?<!\p{L})(?:(?:afstudeer|meewerk|meeloop|snuffel)stage|stage(?:plek|plaats|opdracht|plekken)|(?<=(?:^|[|/:(\n*] ?|(?<!\p{L})(?:een|deze|jouw|ict|it|hbo|mbo|wo|leuke|uitdagende|betaalde|soort)[ -]))stage(?!- of)|stage(?= (?:bij|als|voor|lopen)(?!\p{L}))|stagiaire?|internship|(?<=(?<!\p{L})(?:an?|new|engineer|analyst|scientist|developer|designer|marketing|the) )intern|graduation (?:project|assignment|internship)|afstudeeropdracht)(?!\p{L})/gimu,
  ],
  [
    'dual',
    /(?<!\p{L})(?:bbl(?:-\p{L}+)?|leerwerk(?:plek|baan|traject)|werken en leren|work[- ]study|duale? (?:traject|opleiding))(?!\p{L})/giu,
  ],
  [
    'freelance',
    /(?<!\p{L})(?:zzp(?:'?er)?|freelance(?:r|basis)?|als zelfstandige(?! \p{L})|contractor|(?:interim|inhuur)(?:opdracht)|op interim ?basis|as self-employed)(?!\p{L})/giu,
  ],
  [
    'secondment',
    /(?<!\p{L})(?:detachering(?:scontract|sbasis|sovereenkomst)?|gedetacheerd|gedetacheerde|secondment|seconded)(?!\p{L})/giu,
  ],
  [
    'agency',
    /(?<!\p{L})(?:uitzend(?:basis|contract|kracht|overeenkomst|ing)|via (?:een |het )?uitzendbureau|temp agency|agency contract)(?!\p{L})/giu,
  ],
  [
    'permanent',
    /(?<!\p{L})(?:(?:een |direct (?:een )?)?(?:contract|dienstverband|aanstelling|arbeidsovereenkomst|arbeidscontract|dienst|baan) voor onbepaalde tijd|onbepaalde tijd|vaste? (?:contract|dienstverband|aanstelling|baan|dienst|functie|arbeidscontract|arbeidsovereenkomst)|in vaste dienst|(?:a )?permanent (?:contract|position|employment|role|job)|indefinite (?:contract|period)|unlimited contract|contract of indefinite duration|open-ended contract)(?!\p{L})/giu,
  ],
  [
    'temporary',
    new RegExp(
      `(?<!\\p{L})(?:${length}\\s?-?contract|(?:halfjaar|half jaar|half-jaar|jaar)contract|(?:contract|dienstverband|aanstelling|arbeidsovereenkomst|arbeidscontract|duur|opdrachtduur|contractduur|contractduur in eerste instantie|contract duration|duration)(?: (?:is|van|voor|for|of|in eerste instantie|voor de duur van|bedraagt|aangeboden)){0,3}\\s?:?\\s${length}|(?:contract|dienstverband|aanstelling|arbeidsovereenkomst) voor bepaalde tijd|bepaalde tijd|tijdelijke? (?:contract|dienstverband|aanstelling|functie|baan|arbeidsovereenkomst)|(?:temporary|fixed[- ]term) (?:contract|position|employment|role|appointment)|zwangerschapsvervanging|maternity cover)(?!\\p{L})`,
      'giu',
    ),
  ],
]
const mostContracts = 12
const longestMonths = 60
/** `geen detachering`, `ervaren stagiairs begeleiden`, `projecten met freelancers`: not what this job is. */
const notThis: Readonly<Partial<Record<ContractKind, RegExp>>> = {
  internship:
    /(?<!\p{L})(?:begeleid\p{L}*|supervis\p{L}*|coach\p{L}*|onze|our|van|de|eerdere|previous|relevante?|tijdens|during|via|of|ervaring|mentor\p{L}*|onderzoeks)\s(?:\p{L}+\s)?(?:een |an |je |a )?$/iu,
  freelance: /(?<!\p{L})(?:met|naast|samen met|geen|no|and|en|onze|our|voor|reacties? van)\s(?:(?:andere|other|een|vaste)\s)?$/iu,
  secondment: /(?:mogelijkheden van|organisatie in|specialist in|bureaus? voor)\s$/iu,
  traineeship: /(?:hebben een|have a)\s$/iu,
  temporary: /(?<!\p{L})(?:niet|not)\s$/iu,
}
const denied = /(?<!\p{L})(?:geen|niet|nooit|no|not)\s(?:een |op |a |via )?$/iu
const prospect =
  /(?:zicht op|intentie (?:tot|voor|om)|kans op|mogelijkheid (?:tot|op)|perspectief op|(?:overgang|omzetting) (?:naar|in)|daarna|later|verlenging(?: \/| of| tot|\/)?|prospect of|possibility of|view to|followed by|converted (?:in)?to|extension to)(?: (?:een|naar|in|a|an|mogelijk|eventueel|direct|van|tot|op|uitzicht)){0,3}\s?$/i
const agencies =
  /^(?:- ?(?:of|en)|[\s-]{0,2}(?:bureaus?|agenc)|\s(?:zonder|worden niet|reageren|van \p{L}+(?:managers|adviseurs|professionals)))/iu

/** Kinds of contract in the order of the text; `eerst een jaarcontract, daarna vast` gives both. */
export function readContracts(text: string): Piece<Contract>[] {
  const found: Piece<Contract>[] = []
  for (const [kind, pattern] of patterns) {
    for (const match of text.matchAll(pattern)) {
      const { before, after } = around(match, text, 48, 60)
      if (denied.test(before) || notThis[kind]?.test(before) || agencies.test(after)) continue
      if (kind === 'internship' && /^\s?(?:begeleid|lopen kan|vergoeding)/i.test(after)) continue
      const value = contractOf(kind, match)
      const isProspect = kind === 'permanent' && prospect.test(before)
      const tail = kind === 'temporary' && value.months === undefined ? lengthBehind(after) : undefined
      const end = match.index + match[0].length + (tail?.length ?? 0)
      const piece = {
        value: tail ? { kind, months: tail.months } : { ...value, ...(isProspect ? { isProspect } : {}) },
        start: match.index,
        end,
      }
      if (found.some((other) => other.start < piece.end && piece.start < other.end)) continue
      found.push(piece)
      if (found.length >= mostContracts) break
    }
  }
  return found.sort((a, b) => a.start - b.start).slice(0, mostContracts)
}

const behind = new RegExp(
  `^(?: (?:is|voor|van|for|of|de|the|een|a|duur|duration|met|periode|in eerste instantie|period)){1,6} ${length}(?!\\p{L})`,
  'iu',
)

/** `een tijdelijk contract voor de duur van 12 maanden`. */
function lengthBehind(after: string): { readonly months: number; readonly length: number } | undefined {
  const match = behind.exec(after)
  const months = match ? monthsOf(match[1]!, match[2]!) : undefined
  return match && months !== undefined ? { months, length: match[0].length } : undefined
}

function monthsOf(count: string, unit: string): number | undefined {
  const months = numberOf(count) * (/^(?:jaar|year)/i.test(unit) ? 12 : 1)
  return months >= 1 && months <= longestMonths ? months : undefined
}

function contractOf(kind: ContractKind, match: RegExpExecArray): Contract {
  if (kind !== 'temporary') return { kind }
  if (/half-?\s?jaarcontract/i.test(match[0])) return { kind, months: 6 }
  if (/^jaarcontract/i.test(match[0])) return { kind, months: 12 }
  const [, count = match[3], unit = match[4]] = match
  if (count === undefined || unit === undefined) return { kind }
  const months = monthsOf(count, unit)
  return months === undefined ? { kind } : { kind, months }
}
