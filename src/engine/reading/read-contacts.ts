import type { ContactPart } from './facts.ts'
import type { Piece } from './piece.ts'

const email = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}|\[e-?mail\]/iu
const phone =
  /(?<![\d+.,])(?:\+31|0031|\(0\d{1,3}\)|0)[ -]{0,2}(?:\(0\)[ -]?)?\d(?:[ -]{0,3}\d){6,8}(?!\d)|\[(?:phone|telefoon)\]/i
const cue =
  /contact|vragen|vraag|informatie|information|questions|(?<!\p{L})(?:bel|bellen|mail|app|call|whatsapp)(?!\p{L})|terecht|recruiter|reach out|ask for/iu
const name =
  /(?:met|naar|bij|aan|van|to|with|for|is|[Cc]ontact|door|[Bb]el|[Mm]ail|[Aa]pp|[Cc]all|:|via)\s(?:onze |our )?(?:(?:dhr|mevr|mw|mr|mrs|ms|drs|ir|ing)\.? )?(?:(?:recruiter|manager|teamleider|collega|corporate recruiter|HR-adviseur|afdelingshoofd),? )?(\p{Lu}\p{Ll}{1,20}|\p{Lu}\.(?: ?\p{Lu}\.)?)(?: (?:van|de|der|den|ter|ten|het|te|al|el|'t|in)){0,3} \p{Lu}[\p{Ll}-]{1,20}/u
/** Words with a capital that are no person. */
const noName =
  /\b(?:Human|Resources|Recruitment|Talent|Acquisition|Team|People|Google|Microsoft|Power|Data|Hogeschool|Universit\w+|Gemeente|Ministerie|HR)\b/

/** Which ways to ask or to apply a sentence names: an address, a number, somebody by name. Empty when it is no such sentence. */
function contactIn(sentence: string): ContactPart[] {
  const parts: ContactPart[] = []
  if (email.test(sentence)) parts.push('email')
  if (phone.test(sentence)) parts.push('phone')
  const named = cue.test(sentence) ? name.exec(sentence)?.[0] : undefined
  if (named !== undefined && !noName.test(named) && (parts.length > 0 || sentence.length <= longestWithName)) parts.push('name')
  return parts
}

/** Longer ones lost their line ends: a name in them says little of the whole. */
const longestWithName = 300
const longestSentence = 2_000

/** The sentences that say how or whom to ask. With only a name it may be somebody else's: likely. */
export function readContacts(
  text: string,
  sentences: readonly { readonly start: number; readonly end: number }[],
): Piece<readonly ContactPart[]>[] {
  return sentences.flatMap(({ start, end }) => {
    const parts = contactIn(text.slice(start, Math.min(end, start + longestSentence)))
    if (parts.length === 0) return []
    return [{ value: parts, start, end, confidence: parts[0] === 'name' ? ('likely' as const) : ('sure' as const) }]
  })
}
