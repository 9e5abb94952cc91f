import { fold } from '../text/index.ts'
import { offersSomething } from './sections.ts'

/** What sort of text is read: in a CV *no experience with X* is enough to mean no; in a vacancy it must say that none is needed. */
export type TextKind = 'vacancy' | 'cv'

/**
 * What a clause does with the skills in it. `essential`: it is demanded. `plus`: it is welcome. `negated`: it is said not to be
 * needed (a vacancy) or not to be had (a CV). `aside`: it stands in what the employer is or offers, so nobody is asked for it.
 */
export type ClauseKind = 'essential' | 'mentioned' | 'plus' | 'negated' | 'aside'

/** All of these read folded words: small letters without accents, straight apostrophes. */
const plus =
  /\b(?:is|zijn|als|een|groot|grote|dikke|flinke) (?:een |grote? )?(?:pre|plus|voordeel|pluspunt)\b|\bpluspunt(?:en)?\b|\bnice[- ]to[- ]haves?\b|\bbij voorkeur\b|\bliefst\b|\bvoorkeur (?:heeft|hebben|voor)\b|\bheeft de voorkeur\b|\bmeegenomen\b|\b(?:fijn|handig) als\b|\bprefer(?:red|ably)\b|\bdesir(?:able|ed)\b|\b(?:is|are|as|be|considered|an?) (?:(?:a|an|big|huge|strong|added|definite) )*(?:plus|advantage|bonus|asset)\b|\bbonus points?\b|\bideally\b|\bwould be (?:great|nice)\b/

const denial = /\b(?:geen|niet|nooit|zonder|hoeft|hoef|no|not|never|without|don't|doesn't|isn't|aren't)\b/
const need =
  /\b(?:nodig|vereiste?|noodzakelijk|verplicht|must|eis|required|requirement|needed|necessary|need|mandatory|essential|hoeft|hoef|te (?:hebben|kunnen|kennen))\b/
/** "not only", "niet alleen": not a denial. */
const notOnly = /\b(?:niet (?:alleen|enkel|slechts)|not (?:only|just|merely))\b/g
const taughtHere =
  /\b(?:geen (?:probleem|punt|zorgen)|no problem|no worries|(?:leren we|leren wij|leer je) (?:je )?(?:bij ons|van ons|hier|gewoon|graag|wel)|we(?:'ll| will) teach you|kun je bij ons leren)\b/
const lacks =
  /\b(?:geen|nauwelijks|weinig|no|little|without|lack of|zonder) (?:\w+ ){0,2}?(?:ervaring|kennis|experience|knowledge|skills?|background)\b|\b(?:nooit|never) (?:\w+ ){0,2}?(?:gewerkt|gebruikt|worked|used)\b/

/** Asked wherever it stands. */
const sureDemand =
  /\b(?:je|jij|u) (?:hebt|heeft|beschikt) (?:over )?(?:\w+ ){0,4}(?:ervaring|kennis|opleiding|diploma|affiniteit)\b|\b(?:vereist(?:en?)?|noodzakelijk|onmisbaar|aantoonbare?|afgeronde|denk-? ?niveau|thinking level)\b|\b(?:ervaring (?:met|in|als)|kennis van|beheersing van|vaardig (?:in|met)|affiniteit met|in (?:het )?bezit van|(?:we|wij) (?:vragen|verwachten))\b|\b(?:must[- ]haves?|required|requirements?|mandatory|proficien(?:t|cy)|expertise (?:in|with)|experienced? (?:with|in|as|of|using)|years of|knowledge of|familiar(?:ity)? with|understanding of|skilled in|skills in)\b/
/** Asked, but said of what is offered too: `je hebt recht op`, `goede pensioenregeling`. */
const demand =
  /\b(?:je|jij|u) (?:hebt|heeft|bent|beschikt|beheerst|kent|kunt|kan|bezit|weet|spreekt|schrijft)\b|\b(?:heb|ben|beschik|beheers|ken|kun|weet) (?:je|jij)\b|\b(?:eis(?:en)?|verplicht|minimaal|minstens|ten minste|gedegen|ruime|goede|grondige|uitstekende|sterke|relevante|afgeronde|ervaring op|kennis over|bekend met|vertrouwd met)\b|\byou (?:have|are|bring|know|can|possess|master|must|need|speak)\b|\b(?:must|requires|essential|ability to|minimum|at least|proven|strong|solid|fluent)\b/

/** What is asked even in a sentence with a word of what is offered: `kennis van pensioen`. */
const asksFor = /\b(?:ervaring|kennis|experience|knowledge|vereist|required|diploma|in bezit)\b/

/** Longer ones are texts whose line ends were lost: one word in them says nothing of the rest. */
const longestClause = 320

/**
 * What the words of a clause themselves say; undefined when they say nothing, and its heading decides. Under a heading about something else
 * than demands (`above` is `aside`) only the surest words demand.
 */
export function kindOfClause(words: string, of: TextKind, above?: ClauseKind): ClauseKind | undefined {
  if (words.length > longestClause) return undefined
  const plain = fold(words.replaceAll('\\', '')).replaceAll(notOnly, ' ')
  if (of === 'cv') return lacks.test(plain) ? 'negated' : undefined
  if (taughtHere.test(plain) || (denial.test(plain) && (need.test(plain) || asksForNone.test(plain)))) return 'negated'
  if (plus.test(plain)) return 'plus'
  if (offersSomething(plain) && !asksFor.test(plain)) return 'aside'
  return sureDemand.test(plain) || (above !== 'aside' && demand.test(plain)) ? 'essential' : undefined
}

/** `Geen ervaring met Kubernetes?`: a question of a vacancy that says it is no obstacle. */
const asksForNone = /^\W*(?:nog )?(?:geen|no) (?:\w+ ){0,2}?(?:ervaring|kennis|experience|knowledge)[^?]*\?/
