import type { RemoteWork } from './facts.ts'
import { numberOf, numberWords } from './numbers.ts'
import { around, firstOf, likely, type Piece } from './piece.ts'

const wholly =
  /(?<!\p{L})(?:(?:volledig|geheel|100\s?%|fully|completely|entirely) (?:vanuit huis|thuis(?:werken)?|remote|op afstand|from home)|remote[- ]only|remote[- ]first|fully[- ]remote)(?!\p{L})/giu
const share =
  /(?<![\d.,])(\d{1,2}|100)\s?%\s+(?:(?:van (?:de|je) (?:tijd|week|uren) |of (?:the|your) (?:time|week) |kun je |mag je |can be |mogelijkheid tot ){0,2})(?:vanuit huis|thuis(?:werken)?|remote|from home|hybrid|working from home)(?!\p{L})/giu
const officeShare =
  /(?<![\d.,])(\d{1,2}|100)\s?%\s+(?:op|in (?:het|the|ons|our)|at (?:the|our)) (?:kantoor|office|locatie)(?!\p{L})/giu
const between = String.raw`(?:\s*(?:-|tot|à|to|of|or|\/)\s*(\d|${numberWords}))?`
const perWeek = '(?: (?:per|in de|a|each|van de) (?:werk)?week)?'
const days = `(?<![\\p{L}\\d.,])(\\d|${numberWords})${between} (?:dag(?:en)?|days?)${perWeek}`
const daysAtHome = new RegExp(
  `${days} (?:(?:vanuit|van|from|at|kunt|kun|kan|mag|je|jij|you|can|may|work|working|werken|te|werk|werkt) ){0,4}(?:thuis(?:werken)?|huis|home|remote(?:ly)?)(?!\\p{L})`,
  'giu',
)
const daysAtOffice = new RegExp(
  `${days} (?:(?:per|week|werken|work|working|aanwezig|in|the|our|ons|het|op|at|from|je|werk|werkt|present|vanuit|samen|zijn|is|we|wij|te|vinden|gezamenlijk|together|fysiek|in \\p{L}{3,20}) ){1,6}(?:kantoor|office|locatie|site)(?!\\p{L})`,
  'giu',
)
const homeThen = new RegExp(
  `(?<!\\p{L})(?:thuis(?:werken)?|remote(?: work(?:ing)?)?|work(?:ing)? from home|home office|vanuit huis werken|hybrid)[^.\\n\\d]{0,24}?(?<![\\d.,])(\\d|${numberWords})${between} (?:dag(?:en)?|days?) (?:per|in de|a) week`,
  'giu',
)
const never =
  /(?<!\p{L})(?:thuiswerken (?:is|kan|behoort)(?: (?:bij ons|hier|helaas|voor deze functie|in deze functie)){0,2} (?:niet|geen optie)(?: tot de mogelijkheden| mogelijk)?|geen (?:mogelijkheid tot )?(?:thuiswerk(?:en|mogelijkheden)?|remote)|(?:volledig|100\s?%|altijd|fully|only) (?:op kantoor|op locatie|on[- ]?site|in the office|at the office)|on[- ]?site only|no (?:remote|home office)|not (?:a )?remote|(?:5|vijf|five) (?:dagen|days)(?: (?:per|a) week)? (?:op|in the|at the) (?:kantoor|office)|werklocatie: fysiek|work location: in person)(?!\p{L})/giu
const possible =
  /(?<!\p{L})(?:hybride(?: te)? werken|hybride manier van werken|hybride?(?=\s?\|| (?:werk|work|functie|baan|mogelijk|model|role|position|rooster|way)|[.,;:)!\s]*$|[.,;)])|thuiswerk(?:en|dagen|mogelijkheden|regeling|beleid|faciliteiten)|thuis te werken|thuis,? (?:of|en|of)? ?op (?:ons |het )?kantoor|(?:op )?kantoor (?:als|en|of) thuis|thuis ?werken|(?:deels|gedeeltelijk|vanuit) (?:thuis|huis)(?: werken)?|remote|work(?:ing)? from home|home office)(?!\p{L})/gimu
const denied = /(?<!\p{L})(?:geen|niet|no|not)\s+(?:\p{L}+\s+)?$/iu
/** Remote things that are no remote work; a home that is for sale. */
const otherRemote =
  /^[- ]?(?:support|access|desktop|control|sensing|server|monitoring|beheer|toegang|hulp|assistance|diagnos|management|team|device|site|procedure|vergoeding|work(?:ing)? (?:compensation|allowance|budget))/i
const daysInWeek = 5

/** Work from home: a share where it is said, otherwise only that it is possible. Of days, the fewest that are sure. */
export function readRemote(text: string): Piece<RemoteWork> | undefined {
  const isDenied = (match: RegExpExecArray): boolean => denied.test(around(match, text, 20, 0).before)
  const ofDays = (match: RegExpExecArray): RemoteWork | undefined => {
    const count = numberOf(match[1]!)
    // `werk je een dag thuis?` is no number of days a week.
    if (/^(?:een|one) (?:dag|day) (?:thuis|home)/i.test(match[0])) return undefined
    return count > 0 && count <= daysInWeek && !isDenied(match) ? { share: (count * 100) / daysInWeek } : undefined
  }
  return (
    firstOf(text, wholly, (match) => (isDenied(match) ? undefined : { share: 100 })) ??
    firstOf(text, daysAtHome, ofDays) ??
    firstOf(text, share, (match) => ({ share: Number(match[1]) })) ??
    firstOf(text, homeThen, ofDays) ??
    likely(firstOf(text, officeShare, (match) => ({ share: 100 - Number(match[1]) }))) ??
    // What is asked at the office is the most that is; `2 tot 3 dagen` counts the higher.
    likely(firstOf(text, daysAtOffice, (match) => ofOffice(numberOf(match[2] ?? match[1]!)))) ??
    firstOf(text, never, () => ({ share: 0 })) ??
    firstOf(text, possible, (match) => (isDenied(match) || otherRemote.test(around(match, text, 0, 24).after) ? undefined : {}))
  )
}

function ofOffice(count: number): RemoteWork | undefined {
  return count >= 1 && count <= daysInWeek ? { share: 100 - (count * 100) / daysInWeek } : undefined
}
