import type { Check, CheckedText, Mark, Rewrite, Span } from '../check.ts'
import { isAskedOfReader } from './asking.ts'
import { isNotSaid, opensTheDoor } from './excuses.ts'
import { markAt, matchesIn, type Remark, withoutOverlap } from './marks.ts'
import { begin, end, oneOf, space } from './pattern-parts.ts'
import { createPhraseFinder } from './phrases.ts'
import { around } from './sentences.ts'
import { insteadOf, rewriteWithArticle } from './word-check.ts'
import { listOf, type Wording } from './wording.ts'

const id = 'age'

const age = String.raw`(?:1[89]|[2-6]\d)`
const years = String.raw`(?:jaar|jr\.?|years?)`
/** `tot 30 jaar`, `niet ouder dan 35`, `under 30`. */
const below = String.raw`(?:(?:leeftijd${space})?(?:tot(?:${space}en${space}met)?|t\/m|maximaal|max\.?|hooguit|hoogstens|niet${space}ouder${space}dan|jonger${space}dan|onder${space}de|up${space}to|under|below|younger${space}than|not?${space}older${space}than|maximum)${space}${age})(?:${space}${years}(?:${space}(?:oud|old|of${space}age))?)?`
const between = `(?:(?:tussen(?:${space}de)?|between|van)${space})?${age}${space}?(?:en|and|tot|-|–|to)${space}?(?:de${space})?${age}${space}${years}(?:${space}(?:oud|old|of${space}age))?`
/** A least age of 18 can be law; more needs a ground. */
const above = String.raw`(?:minimaal|minstens|ten minste|vanaf|ouder${space}dan|at least|older${space}than|minimum)${space}(?:19|[2-6]\d)${space}${years}(?:${space}(?:oud|old|of${space}age))`
/** `een man tussen 20 en 30`, `je bent geboren na 1990`. */
const ofPerson = String.raw`(?=tussen|between)(?<=(?:man|woman|vrouw|person|persoon|iemand|someone|kandidaat|candidate)${space})(?:tussen|between)${space}(?:de${space})?${age}${space}(?:en|and)${space}${age}|(?=geboren|born)(?<=(?:bent|are)${space})(?:geboren|born)${space}(?:na|voor|in|tussen|after|before|between)${space}(?:19|20)\d{2}`
const ageOfReader = String.raw`(?:minimum|maximum|maximale|minimale|max\.?)${hyphenOrSpace()}(?:leeftijd|age)(?:${space}(?:is|van|of|:)${space})?(?:${space}?${age}(?:${space}${years})?)?|leeftijd(?:sindicatie|scategorie)?${space}?(?::|tussen(?:${space}de)?|(?<=sindicatie${space}|scategorie${space}))${space}?${age}(?:${space}?(?:-|–|tot|en|t\/m)${space}?(?:de${space})?${age})?(?:${space}${years})?|leeftijdsgrens|age limit`
const limit = new RegExp(`${begin}${oneOf(below, ofPerson, between, above, ageOfReader)}${end}`, 'giu')
const saysAge =
  /(?:tussen|between|geboren|born|oud|old|of age|leeftijd|age|ouder|older|jonger|younger|under|below|onder)(?!\p{L})/iu
/** What is that old is no person. */
const ofSomethingElse =
  /^[^\p{L}]{0,3}(?:(?:aan|of|relevante?|aantoonbare?|werk|relevant|working|professional|ruime|recente?|bestaande|garantie|geleden|lang|later|actief|jong|in)[ -]?){0,3}(?:werk)?(?:ervaring|experience|expertise|garantie|warranty|hypotheek|mortgage|geleden|ago|lang|actief|bestaan|onderzoek|data|historie|history|contract)/iu

function hyphenOrSpace(): string {
  return `(?:-|${space})?`
}

const person = oneOf(
  'kandida(?:at|ten)',
  'medewerkers?',
  'persoon',
  'personen',
  'ontwikkelaars?',
  'programmeurs?',
  'developers?',
  'engineers?',
  'specialist(?:en)?',
  'analist(?:en)?',
  'consultants?',
  'beheerders?',
  'ondernemers?',
  'person',
  'people to join',
  'candidates?',
  'graduates?',
  'individuals?',
  'academic(?:us|i)',
)
const quality = String.raw`(?:[\p{L}-]{3,20},?${space}){0,2}`
const youngPerson = new RegExp(
  String.raw`${begin}(?:jonge?|young)(?:,?${space}(?:en|and)${space}|,?${space}(?=\p{L}))${quality}[\p{L}-]{0,18}${person}${end}`,
  'giu',
)
/** Whatever somebody is called who is asked for. */
const youngSomebody = new RegExp(
  String.raw`(?=jong|young)(?<=(?:bent|ben${space}jij|ben${space}je|zoeken|zoekt|zoek|are|for|want|need|seeking)${space}(?:(?:een|a|an|wij|we|naar)${space}){0,2})(?:jonge|young)${space}(?!(?:organisatie|bedrijf|onderneming|start|scale|club|merk|stichting|branche|sector|afdeling|team|markt|company|organi[sz]ation|brand|business|market|department|professional|mensen|people|kinderen|children|and|en|at)s?${end})[\p{L}-]{4,25}${end}`,
  'giu',
)
const youngReader = new RegExp(
  String.raw`(?=jong|young)(?<=(?:je|jij|you|u|ben|bent|are|you're|iemand die|someone who is|someone|somebody|iemand|kandidaat is|candidate is)${space}(?:[\p{L}]{2,12},?${space}){0,3})${begin}(?:jong|young)(?=$|[.,!?;\n]|${space}(?:en|and|of|or|genoeg|van)${end})`,
  'giu',
)

const remark: Remark = {
  check: id,
  severity: 'law',
  title: { nl: 'Leeftijd mag niet in een vacature', en: 'Age is not allowed in a vacancy' },
  why: {
    nl: 'De wet verbiedt onderscheid op leeftijd. Haal de woorden weg. Is er een goede grond? Noem die dan. (WGBL, artikel 9)',
    en: 'The law forbids a distinction by age. Take the words out. Is there a good ground? Then name it. (WGBL, article 9)',
  },
}

/** Words that ask for an age. */
export function createAge(wording: Wording): Check {
  const { entries } = listOf(wording, 'age-persons')
  const find = createPhraseFinder(entries.flatMap((entry) => entry.words.map((words) => ({ words, value: entry }))))
  return {
    id,
    title: { nl: 'Leeftijd', en: 'Age' },
    sources: [
      { name: 'WGBL art. 7 and 9 (text of May 2017)', sureness: 'seen' },
      { name: listOf(wording, 'age-persons').source.name, sureness: 'own' },
    ],
    run(checked) {
      const words = find(checked).map(({ start, end: to, value }) => {
        const instead = insteadOf(checked, { start, end: to }, value)
        return { start, end: to, rewrites: instead.length > 0 ? instead : withoutWords(checked, { start, end: to }) }
      })
      const found = withoutOverlap<Place>([...words, ...limitsOf(checked), ...youngOnes(checked)])
      return {
        marks: found
          .filter((place) => isAskedForAge(checked, place))
          .map((place): Mark => markAt(checked, place, remark, place.rewrites)),
      }
    },
  }
}

interface Place extends Span {
  readonly rewrites: readonly Rewrite[]
}

function limitsOf(checked: CheckedText): Place[] {
  return matchesIn(checked.text, limit).flatMap(({ 0: words, index }) => {
    const span = { start: index, end: index + words.length }
    const { before, after } = around(checked, span)
    if (ofSomethingElse.test(after) || /(?:\d|€)\s?$/.test(before)) return []
    if (/^\s?(?:%|uur|hours|euro|k|km|dagen|days|collega|medewerkers|mensen|people|minuten|min)/iu.test(after)) return []
    // A bare `tot 30` says nothing of age.
    if (!saysAge.test(words) && !/(?:jaar|jr|year)/i.test(words)) return []
    const isAlone = !/\p{L}/u.test(`${before}${after}`)
    if (!saysAge.test(words) && !isAlone && !aboutPeople.test(`${before} ${after}`)) return []
    return [{ ...span, rewrites: withoutWords(checked, span) }]
  })
}

const aboutPeople =
  /(?<!\p{L})(?:je|jij|u|you|zoeken|zoek|iemand|kandida\p{L}+|candidates?|mensen|people|leeftijd|starters?|bent|collega\p{L}*)(?!\p{L})/iu

function youngOnes(checked: CheckedText): Place[] {
  const { text } = checked
  const persons = [...matchesIn(text, youngPerson), ...matchesIn(text, youngSomebody)].map(({ 0: words, index }): Place => {
    const first = /^\p{L}+(?:,? (?:en|and)(?= )|,)? ?/iu.exec(words)?.[0].length ?? 0
    const span = { start: index, end: index + words.length }
    return { ...span, rewrites: [rewriteWithArticle(checked, span, words.slice(first).trimStart())] }
  })
  const readers = matchesIn(text, youngReader).map(({ 0: words, index }): Place => {
    const span = { start: index, end: index + words.length }
    return { ...span, rewrites: withoutWords(checked, span) }
  })
  return [...persons, ...readers]
}

const goesOn = /^(?:, |,? (?:en|and) )(?=\p{L})/iu
const verb =
  /^ (?:en|and) (?=(?:werkt|houdt|hebt|kunt|wilt|gaat|staat|vindt|weet|denkt|leert|bent|like|love|have|want|can|work|enjoy|know|are)(?!\p{L}))/iu
const says = /(?:bent|are) $/iu
const whom = /(?:iemand|someone|somebody|mensen|people|candidates|kandidaten)( )$/iu

/** Where the sentence holds without these words: `je bent jong en handig`, `je bent jong van geest en werkt graag`, `iemand tot 30 jaar`. */
function withoutWords({ text }: CheckedText, { start, end: to }: Span): Rewrite[] {
  const before = text.slice(Math.max(0, start - 14), start)
  const after = text.slice(to, to + 24)
  const said = says.exec(before)
  const next = verb.exec(after)
  if (said && next) return [{ start: start - said[0].length, end: to + next[0].length, replacement: '' }]
  const more = goesOn.exec(after)
  if (more && !next) return [{ start, end: to + more[0].length, replacement: '' }]
  return whom.test(before) && /^[.,;!?\n]|^$/.test(after) ? [{ start: start - 1, end: to, replacement: '' }] : []
}

function isAskedForAge(checked: CheckedText, place: Place): boolean {
  if (isNotSaid(checked, place) || opensTheDoor(checked, place)) return false
  const words = checked.text.slice(place.start, place.end)
  const { before } = around(checked, place)
  // A capital inside a sentence: Jong KPN, Young Capital, Wim de Jong.
  if (/^(?:Jonge?|Young)/.test(words) && /\p{L}[,&]? $/u.test(before)) return false
  return /leeftijd|(?<!\p{L})age(?!\p{L})/iu.test(words) || isAskedOfReader(checked, place)
}
