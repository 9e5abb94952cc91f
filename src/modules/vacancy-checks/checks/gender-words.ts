import type { Check, CheckedText, Rewrite, Words } from '../check.ts'
import { isAskedOfReader } from './asking.ts'
import { opensTheDoor } from './excuses.ts'
import { rewriteAt } from './marks.ts'
import type { Found } from './phrases.ts'
import { around, languageAt, sentenceAt } from './sentences.ts'
import { toneOf } from './tone.ts'
import { createWordCheck } from './word-check.ts'
import { listOf, type WordEntry, type Wording } from './wording.ts'

/** The law: nobody is asked to be a man or a woman. */
export function createOneSex(wording: Wording): Check {
  return createWordCheck({
    id: 'gender-person',
    severity: 'law',
    title: { nl: 'Man of vrouw gevraagd', en: 'A man or a woman asked for' },
    markTitle: (words) => ({ nl: `‘${words}’ mag niet in een vacature`, en: `‘${words}’ is not allowed in a vacancy` }),
    why: () => ({
      nl: 'De wet verbiedt onderscheid tussen vrouwen en mannen. Schrijf het voor iedereen. (WGB m/v, artikel 3)',
      en: 'The law forbids a distinction between women and men. Write it for everybody. (WGB m/v, article 3)',
    }),
    lists: [listOf(wording, 'one-sex')],
    sources: [{ name: 'WGB m/v art. 3 (text of May 2017)', sureness: 'seen' }],
    excused: (checked, found) =>
      /^ (?:of|or|\/) (?:een |a )?(?:heer|man|vrouw|dame|jongen|meisje|woman|male|female)(?!\p{L})/iu.test(
        around(checked, found).after,
      ) ||
      opensTheDoor(checked, found) ||
      !isAskedOfReader(checked, found) ||
      toldOfOthers.test(around(checked, found).whole),
  })
}

/** Customers, patients, a meeting for women in IT. */
const toldOfOthers =
  /(?<!\p{L})(?:patiënt\p{L}*|cliënt\p{L}*|klant\p{L}*|customers?|patients?|netwerk voor|network for|onderzoek naar|aandeel|percentage|kleding|mode|fashion|zorg voor)(?!\p{L})/iu

const ofResearch: Words = {
  nl: 'Onderzoek: minder vrouwen voelen zich bij dit woord welkom. Het effect is klein.',
  en: 'Research: fewer women feel welcome with this word. The effect is small.',
}
const ourOwn: Words = {
  nl: 'Een eigenschap zegt weinig. In gedrag herkennen mensen zich eerder.',
  en: 'A trait says little. People recognise themselves more easily in behaviour.',
}

/** Traits and names that fewer women feel addressed by: a tip, never a score. */
export function createGenderWords(wording: Wording): Check {
  const research = ['gender-research-nl', 'gender-research-en'].map((name) => listOf(wording, name))
  const found = new Set(research.flatMap(({ entries }) => entries))
  return createWordCheck({
    id: 'gender-words',
    severity: 'tip',
    title: { nl: 'Eigenschap in plaats van gedrag', en: 'Trait instead of behaviour' },
    markTitle: (words) => ({
      nl: `Tip: zeg wat iemand doet, niet ‘${words}’`,
      en: `Tip: say what somebody does, not ‘${words}’`,
    }),
    why: (entry) => {
      const { behaviour } = entry
      const said = found.has(entry) ? ofResearch : ourOwn
      return {
        nl: `${said.nl}${behaviour ? ` Bijvoorbeeld: ‘${behaviour.nl}’.` : ''}`,
        en: `${said.en}${behaviour ? ` For example: ‘${behaviour.en}’.` : ''}`,
      }
    },
    lists: [...research, listOf(wording, 'gender-own')],
    excused: (checked, found) => !isTrait(checked, found),
    rewrites: (checked, found) => behaviourFor(checked, found),
  })
}

const personNoun =
  /^(?:professional|collega|kandidaat|developer|ontwikkelaar|specialist|engineer|persoon|instelling|houding|medewerker|adviseur|analist|consultant|teamplayer|teamspeler|person|attitude|mindset|individual|mentaliteit|karakter|persoonlijkheid|candidate|colleague|trainee|manager|beheerder|talent|iemand|type|aanpakker|profe\p{L}*|(?!\p{L}*sfeer)\p{L}{3,20}(?:er|aar|ist|eur)$)/iu
const goesOn =
  /^(?:en|of|and|or|in|met|bent|te|om|als|die|that|who|to|with|maar|but|genoeg|van|je|you|is|are|zijn|bij|tegelijk|as|at|on)$/iu
const ofThings =
  /(?<!\p{L})(?:data|event|test|domain|model|customer|purpose|behaviou?r|value|market|more|meer|wij zijn|we zijn|we are|ons|onze|our)[ -](?:[\p{L}]+,? (?:en |and )?){0,2}$/iu

/** `een enthousiaste, ondernemende en agile omgeving`, `onze kernwaarden: gedreven`. */
const noPerson =
  /^(?:,? (?:en |and )?[\p{L}-]+){0,3} (?:team|omgeving|organisatie|bedrijf|cultuur|club|collega['’]?s|werkgever|afdeling|environment|culture|company|professionals)(?!\p{L})/iu
const ofFirm =
  /(?<!\p{L})\p{L}{0,12}waarden(?!\p{L})|core values|our values|(?:team|groep|club|afdeling) (?:van|of|met|with) (?:\p{L}+ ){0,2}$|(?:wij|we) (?:zijn|werken|are) [^.]{0,80}$/iu

/** A trait of the person asked for; not of a salary, a team, a plan. */
function isTrait(checked: CheckedText, found: Found<WordEntry>): boolean {
  const { before, after } = around(checked, found)
  if (/[-‑\\]$/.test(before) || ofThings.test(before) || ofFirm.test(before) || noPerson.test(after)) return false
  const next = /^[ -]([\p{L}]+)/u.exec(after)?.[1]
  if (next !== undefined && !goesOn.test(next) && !personNoun.test(next)) return false
  if (/^ om(?!\p{L})/iu.test(after)) return false
  if (/^ (?:by|to|that|in (?:the|our))(?!\p{L})/iu.test(after) && found.value.words.includes('driven')) return false
  return isAskedOfReader(checked, found)
}

/** `Je bent communicatief en X.` -> `... en je rondt af wat je begint.`: only where the sentence ends there. */
function behaviourFor(checked: CheckedText, found: Found<WordEntry>): Rewrite[] {
  const { behaviour, instead } = found.value
  const sentence = sentenceAt(checked, found.start)
  const language = languageAt(checked, found.start)
  const plain = instead?.[language]?.[0]
  if (plain !== undefined) return [rewriteAt(checked, found, plain)]
  if (!behaviour || !sentence || toneOf(checked) === 'u') return []
  const before = checked.text.slice(Math.max(sentence.start, found.start - 80), found.start)
  const after = checked.text.slice(found.end, Math.max(found.end, sentence.end))
  if (!/^[\s.!?;*]*$/.test(after)) return []
  if (/^\W*$/u.test(before)) return [rewriteAt(checked, found, behaviour[language])]
  const whole = /(?:^|[^\p{L}])((?:je|jij) bent|you are|you['’]re)(?: (?:heel|erg|zeer|very|highly))? $/iu.exec(before)
  if (whole?.[1] !== undefined) {
    const start = found.start - (whole[0].length - whole[0].indexOf(whole[1]))
    return [rewriteAt(checked, { start, end: found.end }, behaviour[language])]
  }
  const listed = /(?:je|jij) bent [\p{L} ,-]{2,50} en $|you are [\p{L} ,-]{2,50} and $/iu.test(before)
  return listed ? [{ start: found.start, end: found.end, replacement: behaviour[language] }] : []
}
