import type { Check, CheckedText, Rewrite, Span } from '../check.ts'
import { isAskedOfReader, isInTitle } from './asking.ts'
import { opensTheDoor } from './excuses.ts'
import { inCaseOf, rewriteAt } from './marks.ts'
import type { Found } from './phrases.ts'
import { around, languageAt, sentenceAt } from './sentences.ts'
import { insideSentence, toneOf } from './tone.ts'
import { createWordCheck } from './word-check.ts'
import { listOf, type WordEntry, type Wording } from './wording.ts'

/** The law: nobody is asked to be a man or a woman. */
export function createOneSex(wording: Wording): Check {
  return createWordCheck({
    id: 'gender-person',
    severity: 'law',
    title: { nl: 'Man of vrouw gevraagd', en: 'A man or a woman asked for' },
    markTitle: (words) => ({ nl: `‘${words}’ mag niet in een vacature`, en: `‘${words}’ may not stand in a vacancy` }),
    why: () => ({
      nl: 'De wet verbiedt onderscheid tussen vrouwen en mannen. Schrijf het voor iedereen. (WGB m/v, artikel 3)',
      en: 'The law forbids a distinction between women and men. Write it for everybody. (WGB m/v, article 3)',
    }),
    lists: [listOf(wording, 'one-sex')],
    sources: [{ name: 'WGB m/v art. 3 (text of May 2017)', sureness: 'seen' }],
    excused: (checked, found) =>
      opensTheDoor(checked, found) || !isAskedOfReader(checked, found) || toldOfOthers.test(around(checked, found).whole),
  })
}

/** Customers, patients, a meeting for women in IT. */
const toldOfOthers =
  /(?<!\p{L})(?:patiënt\p{L}*|cliënt\p{L}*|klant\p{L}*|customers?|patients?|netwerk voor|network for|onderzoek naar|aandeel|percentage|kleding|mode|fashion|zorg voor)(?!\p{L})/iu

/** Traits and names that fewer women feel addressed by: a tip, never a score. */
export function createGenderWords(wording: Wording): Check {
  const research = ['gender-research-nl', 'gender-research-en'].map((name) => listOf(wording, name))
  return createWordCheck({
    id: 'gender-words',
    severity: 'tip',
    title: { nl: 'Eigenschap in plaats van gedrag', en: 'Trait instead of behaviour' },
    markTitle: (words) => ({
      nl: `Tip: zeg wat iemand doet, niet ‘${words}’`,
      en: `Tip: say what somebody does, not ‘${words}’`,
    }),
    why: ({ behaviour }) => ({
      nl: `Minder vrouwen voelen zich bij dit woord welkom. Het effect is klein.${behaviour ? ` Bijvoorbeeld: ‘${behaviour.nl}’.` : ''}`,
      en: `Fewer women feel welcome with this word. The effect is small.${behaviour ? ` For example: ‘${behaviour.en}’.` : ''}`,
    }),
    lists: [...research, listOf(wording, 'gender-own')],
    excused: (checked, found) => !isTrait(checked, found),
    rewrites: (checked, found) => behaviourFor(checked, found),
  })
}

const personNoun =
  /^(?:professional|collega|kandidaat|developer|ontwikkelaar|specialist|engineer|persoon|instelling|houding|medewerker|adviseur|analist|consultant|teamplayer|teamspeler|person|attitude|mindset|individual|mentaliteit|karakter|persoonlijkheid|candidate|colleague|trainee|manager|beheerder|talent|iemand|type|aanpakker|profe\p{L}*)/iu
const goesOn =
  /^(?:en|of|and|or|in|met|bent|te|om|als|die|that|who|to|with|maar|but|genoeg|van|je|you|is|are|zijn|bij|tegelijk|as|at|on)$/iu
const ofThings =
  /(?<!\p{L})(?:data|event|test|domain|model|customer|purpose|behaviou?r|value|market|wij zijn|we zijn|we are|ons|onze|our)[ -](?:[\p{L}]+,? (?:en |and )?){0,2}$/iu

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

/** `rockstar`, `ninja`, `topper`. */
export function createHeroNames(wording: Wording): Check {
  return createWordCheck({
    id: 'hero-names',
    severity: 'tip',
    title: { nl: 'Held gezocht', en: 'Hero wanted' },
    markTitle: (words) => ({ nl: `Tip: ‘${words}’ schrikt mensen af`, en: `Tip: ‘${words}’ scares people off` }),
    why: () => ({
      nl: 'Schrijf hoe het werk heet en wat iemand doet.',
      en: 'Write what the work is called and what somebody does.',
    }),
    lists: [listOf(wording, 'hero-names')],
    excused: (checked, found) => !callsReader(checked, found),
    rewrites: nameOfWork,
  })
}

const called =
  /(?<!\p{L})(?:zoeken|zoek|zoekt|gezocht|wanted|ben jij|je bent|jij bent|you are|are you|you're|looking for|need|word|become|onze (?:nieuwe|volgende)|our (?:new|next)|een echte|a real|als)(?!\p{L})/iu

function callsReader(checked: CheckedText, span: Span): boolean {
  const { before, after } = around(checked, span)
  return isInTitle(checked, span) || called.test(before.slice(-60)) || /^(?: \p{L}+)? (?:gezocht|wanted)(?!\p{L})/iu.test(after)
}

/** Takes the word and the space behind it out, and mends *a* or *an* before it. */
function withoutWord({ text }: CheckedText, { start, end }: Span): Rewrite {
  const article = /(?<!\p{L})an? $/iu.exec(text.slice(Math.max(0, start - 4), start))?.[0] ?? ''
  const fitting = article === '' ? '' : inCaseOf(article, /^[aeiou]/i.test(text.slice(end + 1)) ? 'an ' : 'a ')
  return { start: start - article.length, end: end + 1, replacement: fitting }
}

/** The occupation, with (v/m/x) in a title; a colleague where it is not known. */
function nameOfWork(checked: CheckedText, span: Span): Rewrite[] {
  const language = languageAt(checked, span.start)
  const { text, title, occupation } = checked
  const everybody = language === 'nl' ? '(v/m/x)' : '(m/f/x)'
  if (title && isInTitle(checked, span)) {
    const before = text.slice(title.start, span.start)
    const hasWork = /\p{L}{3}\s*[,:/|–-]\s*$/u.test(before) && !/(?:wanted|gezocht|vacature)\W*$/iu.test(before)
    if (hasWork) {
      const start = title.start + before.replace(/\s*[,:/|–-]\s*$/u, '').length
      return [{ start, end: span.end, replacement: ` ${everybody}` }]
    }
    const name = occupation ? insideSentence(occupation[language]) : language === 'nl' ? 'collega' : 'colleague'
    return [rewriteAt(checked, span, `${name} ${everybody}`)]
  }
  const after = text.slice(span.end, span.end + 40)
  // `a rockstar engineer`: the work is named behind it, so the word can go.
  if (
    /^ (?:[\p{L}.#+-]+ ){0,3}(?:developer|engineer|ontwikkelaar|beheerder|specialist|analist|analyst|consultant|designer|tester)(?!\p{L})/iu.test(
      after,
    )
  ) {
    return [withoutWord(checked, span)]
  }
  const many = /(?:s|en|['’]s)$/iu.test(text.slice(span.start, span.end))
  // `een data wizard`: what the wizard is of stands before it.
  if (
    /(?<!\p{L})(?!(?:een|a|an|de|the|onze|our|nieuwe|new|next|volgende|echte|real|als|as|of|or|en|and|jij|je|you|zoeken|are|bent|word|become)[ -])[\p{L}.#+]{2,20}[ -]$/iu.test(
      text.slice(Math.max(0, span.start - 24), span.start),
    )
  ) {
    return [rewriteAt(checked, span, many ? (language === 'nl' ? 'specialisten' : 'specialists') : 'specialist')]
  }
  const colleague = language === 'nl' ? (many ? 'collega’s' : 'collega') : many ? 'colleagues' : 'colleague'
  const name = occupation && !many ? insideSentence(occupation[language]) : colleague
  const article = /(?<!\p{L})(een echte |a real )$/iu.exec(text.slice(Math.max(0, span.start - 10), span.start))?.[1] ?? ''
  const start = span.start - article.length
  return [
    rewriteAt(checked, { start, end: span.end }, article === '' ? name : `${article.startsWith('a') ? 'a' : 'een'} ${name}`),
  ]
}
