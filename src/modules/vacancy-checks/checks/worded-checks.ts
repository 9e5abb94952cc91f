import type { Check, CheckedText, Rewrite, Span, Words } from '../check.ts'
import { isAskedOfReader } from './asking.ts'
import { isPartOfName, opensTheDoor } from './excuses.ts'
import { around } from './sentences.ts'
import { createWordCheck, insteadOf } from './word-check.ts'
import { listOf, type Wording } from './wording.ts'

const own =
  (nl: string, en: string): ((words: string) => Words) =>
  (words) => ({
    nl: nl.replace('%', words),
    en: en.replace('%', words),
  })

/** Words of an office, for which everybody has plainer ones. */
export function createJargon(wording: Wording): Check {
  return createWordCheck({
    id: 'jargon',
    severity: 'tip',
    title: { nl: 'Vaktaal van kantoor', en: 'Office jargon' },
    markTitle: own('Tip: ‘%’ is vaktaal', 'Tip: ‘%’ is jargon'),
    why: () => ({
      nl: 'Wie nieuw is in dit werk, kent het woord niet. Zeg het gewoon.',
      en: 'People new to this work do not know the word. Say it plainly.',
    }),
    lists: [listOf(wording, 'jargon')],
    inOwnLanguage: true,
    rewrites: (checked, found) => insteadOf(checked, found, found.value).filter((rewrite) => fits(checked, rewrite)),
    excused: (checked, found) =>
      isPartOfName(checked, found) ||
      /(?<!\p{L})(?:product|technical|data|code) $/iu.test(around(checked, found).before) ||
      /^(?:[ -](?:management|manager|analyse|mapping|alignment)|-\p{L})/iu.test(around(checked, found).after),
  })
}

/** More than one word fits behind a small word, not behind `internal`; and nothing fits that was just said. */
const smallBefore =
  /(?:^|[.!?:;,*•(&–-]\s?|(?<!\p{L})(?:with|of|and|or|to|from|between|among|for|by|about|towards|the|our|your|all|many|other|engage|manage|involve|inform|support|align|advise|help) )$/iu

function fits({ text }: CheckedText, { start, end, replacement }: Rewrite): boolean {
  const before = text.slice(Math.max(0, start - 30), start)
  const first = /^(?:an? )?(\p{L}+)/iu.exec(replacement)?.[1]?.toLowerCase() ?? replacement
  if (before.toLowerCase().includes(first)) return false
  // `cutting edge` is a quality before a noun only.
  if (/^(?:new|modern)$/i.test(replacement))
    return /^ (?!(?:of|in|and|or|is|at|on|for|with)(?!\p{L}))\p{L}/iu.test(text.slice(end, end + 6))
  return !/^people /i.test(replacement) || smallBefore.test(before)
}

/** Words above B1 for which there is a short one. */
export function createHardWords(wording: Wording): Check {
  return createWordCheck({
    id: 'hard-words',
    severity: 'tip',
    title: { nl: 'Moeilijke woorden', en: 'Hard words' },
    markTitle: own('Tip: ‘%’ kan eenvoudiger', 'Tip: ‘%’ can be simpler'),
    why: () => ({
      nl: 'Veel mensen lezen op niveau B1. Een kort woord zegt hetzelfde.',
      en: 'Many people read at level B1. A short word says the same.',
    }),
    lists: [listOf(wording, 'hard-words')],
    inOwnLanguage: true,
    rewrites: (checked, found) => (hasNoVerb(checked, found) ? [] : insteadOf(checked, found, found.value)),
    // The name of the certificate of conduct.
    excused: (checked, found) => isPartOfName(checked, found) || /(?<!\p{L})verklaring $/iu.test(around(checked, found).before),
  })
}

/** `indien nodig`: `als` needs a verb. */
const hasNoVerb = ({ text }: CheckedText, { start, end }: Span): boolean =>
  /^(?:indien|mits)$/i.test(text.slice(start, end)) &&
  /^ \p{L}{3,16}(?: \p{L}+)?(?:[.,;:!?)\n]|$| (?:samen|met|en|de|het|een) )/iu.test(text.slice(end, end + 60))

/** Being there at all hours. */
export function createAlwaysAvailable(wording: Wording): Check {
  return createWordCheck({
    id: 'always-available',
    severity: 'shutsOut',
    title: { nl: 'Altijd klaarstaan', en: 'Always available' },
    markTitle: own('‘%’ vraagt altijd klaarstaan', '‘%’ asks people to be there at all hours'),
    why: () => ({
      nl: 'Wie voor kinderen of ouders zorgt, haakt af. Zeg welke uren en dagen het werk vraagt.',
      en: 'People who care for children or parents turn away. Say which hours and days the work needs.',
    }),
    lists: [listOf(wording, 'always-available')],
    demands: ['hours'],
    excused: (checked, found) =>
      ofService.test(around(checked, found).whole) ||
      /^ (?:nodig|needed|required|necessary)(?!\p{L})/iu.test(around(checked, found).after) ||
      !isAskedOfReader(checked, found),
  })
}

/** A help desk, a system or the employer that is there for people. */
const ofService =
  /(?<!\p{L})(?:wij zijn|we zijn|we are|(?:service|help)desk (?:is|die)|systemen|systeem|applicaties?|platform|websites?|diensten|services?|klanten|customers|apps?|data|cloud|toepassingen|omgeving(?:en)?)(?!\p{L})/iu

/** What a body must be able to do. */
export function createPhysical(wording: Wording): Check {
  return createWordCheck({
    id: 'physical',
    severity: 'shutsOut',
    title: { nl: 'Lichamelijke eis', en: 'Physical demand' },
    markTitle: own('Is ‘%’ nodig voor dit werk?', 'Does this work need ‘%’?'),
    why: () => ({
      nl: 'Deze eis sluit mensen met een beperking uit. Zeg wat er in het werk gebeurt. En welke aanpassing kan. (WGBH/CZ, artikel 2)',
      en: 'This shuts out disabled people. Say what happens in the work, and which adjustments are possible. (WGBH/CZ, article 2)',
    }),
    lists: [listOf(wording, 'physical')],
    sources: [{ name: 'WGBH/CZ art. 2 (text of May 2017)', sureness: 'seen' }],
    excused: (checked, found) =>
      opensTheDoor(checked, found) ||
      asksBody(checked) ||
      offered.test(around(checked, found).whole) ||
      !isAskedOfReader(checked, found),
  })
}

const offered =
  /(?<!\p{L})(?:wij bieden|we bieden|we offer|sportschool|fitness|gym|bedrijfsfitness|vitaliteit\p{L}*|om (?:fit|gezond)|zodat je|blijf|stay|help you|jouw gezondheid|gezondheid van|patient\p{L}*|patiënt\p{L}*|zorg)(?!\p{L})/iu
/** Work with hands: then the demand may be needed. */
const bodily =
  /(?<!\p{L})(?:monteurs?|kabels? (?:trekken|leggen)|magazijn|chauffeur|racks|glasvezel|zendmasten|installatiewerk|cable pulling|warehouse|technician|field engineer|steigers?|ladder)(?!\p{L})/iu
const mostLooked = 20_000
const asksBody = ({ text }: CheckedText): boolean => bodily.test(text.slice(0, mostLooked))
