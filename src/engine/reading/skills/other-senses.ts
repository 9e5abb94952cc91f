import { fold } from '../../text/index.ts'

/** Names of skills that are also places, animals or things, with what stands in their clause when they are. Reads folded words. */
const otherSenses: ReadonlyMap<string, RegExp> = new Map([
  ['ansible', /\b(?:film|movie|replica|science fiction)\b/],
  ['azure', /\b(?:coast|cote|kust|hemel|sky|zee|sea)\b/],
  ['delphi', /\b(?:griekenland|greece|orakel|station|zitten in|gevestigd in|based in)\b/],
  ['django', /\b(?:film|movie|jazz|reinhardt|unchained)\b/],
  ['hadoop', /\b(?:knuffel|stuffed)\b/],
  ['java', /\b(?:eiland|island|indonesi\w*|sumatra|bali|koffie|coffee|cup of|kopje)\b/],
  ['jenkins', /\b(?:meneer|mevrouw|mr|mrs|ms|professor)\b/],
  ['kafka', /\b(?:roman|schrijver|novel|writer|praag|prague|franz)\b/],
  ['perl', /\b(?:mosel|moezel|dorp|village)\b/],
  ['python', /\b(?:slang|snake|monty|reptiel\w*|reptile\w*|terrarium|efteling)\b/],
  ['ruby', /\b(?:edelsteen|gemstone|ring|wedding)\b/],
  ['rust', /\b(?:dorp|village|oostenrijk|austria|roest|ruimte|balans|regelmaat|reinheid)\b/],
  ['scrum', /\b(?:rugby)\b/],
  ['selenium', /\b(?:vitamine?|mineraal|mineral|voeding|nutrition)\b/],
  ['spark', /\b(?:plug|bougie|joy)\b/],
  ['tableau', /\b(?:vivant|schilderij|painting)\b/],
])

/** So far around a word what stands there tells of it. */
const reach = 80

interface Place {
  readonly start: number
  readonly end: number
  readonly clause: { readonly start: number; readonly end: number }
}

/** Whether the words at this place are no skill but its namesake, by what stands near them in their clause. */
export function isOtherSense(text: string, { start, end, clause }: Place): boolean {
  const signs = otherSenses.get(fold(text.slice(start, end)))
  if (!signs) return false
  return signs.test(fold(text.slice(Math.max(clause.start, start - reach), Math.min(clause.end, end + reach))))
}
