import type { Check, CheckedText, Mark, Rewrite, Span } from '../check.ts'
import { isNotSaid } from './excuses.ts'
import { markAt, matchesIn, rewriteAt, withoutOverlap } from './marks.ts'
import { begin, end, oneOf, space } from './pattern-parts.ts'
import { around } from './sentences.ts'
import { isUnderWishes } from './wished.ts'

const id = 'language-demand'

interface Name {
  readonly code: string
  readonly nl: string
  readonly en: string
}

const names: readonly (Name & { readonly pattern: string })[] = [
  { code: 'nl', nl: 'Nederlands', en: 'Dutch', pattern: 'nederlandse?|dutch' },
  { code: 'en', nl: 'Engels', en: 'English', pattern: 'engelse?|english' },
  { code: 'de', nl: 'Duits', en: 'German', pattern: 'duitse?|german' },
  { code: 'fr', nl: 'Frans', en: 'French', pattern: 'franse?|french' },
]
const name = oneOf(...names.map(({ pattern }) => pattern))
const the = `(?:(?:de|het|the|both|zowel|je)${space})?`
const list = String.raw`${the}${name}(?:${space}(?:taal|language))?(?:(?:${space}?(?:,|\/|&|-)${space}?|,?${space}(?:en\/of|and\/or|en|and|of|or|als|as well as|én)${space})(?:in${space})?${the}${name}(?:${space}(?:taal|talen|language|languages))?){0,3}`
const high = oneOf(
  'vloeiende?',
  'uitstekende?',
  'perfecte?',
  'foutloze?',
  'foutloos',
  'uitmuntende?',
  'excellente?',
  'onberispelijke?',
  'fluent(?:ly)?',
  'fluency',
  'excellent',
  'perfect',
  'flawless',
  'impeccable',
  'exceptional',
  'outstanding',
)
const skill = String.raw`(?:(?:mondelinge?|schriftelijke?|taal|verbal|written|spoken|oral|communicatieve|communication|language|professional|en|and|&|\/|in|woord|geschrift|spreek|schrijf|beheersing|kennis|vaardigheden|vaardigheid|taalvaardigheid|command|knowledge|proficiency|skills|van|of|speaker|uitdrukkingsvaardigheid)[-,]?${space}?){0,8}`
const inWriting = String.raw`(?:,?${space}?(?:\(?zowel${space})?\(?(?:in${space})?(?:woord|spraak|taal|both${space}verbal|verbal|written|spoken|mondeling|speech)${space}?(?:en|and|als|&|\/)${space}?(?:in${space})?(?:geschrift|schrift|writing|written|spoken|verbal|schriftelijk)\)?)?`
/** `vloeiend Nederlands`, `uitstekende beheersing van de Engelse taal in woord en geschrift`, `fluent in Dutch and English`. */
const highBefore = String.raw`(?:(?:een|an|a)${space})?${high}${space}${skill}${list}(?:${space}(?:(?:written|oral|spoken|verbal|and|or|communication|language|communicatieve|writing|speaking)${space}){0,6}(?:speaker|skills|communicatievaardigheden|vaardigheden))?${inWriting}(?:${space}?(?:\((?:minimaal${space})?c[12][^()\n]{0,12}\)|(?:op|at a|at)${space}c[12][- ]?(?:niveau|level)))?`
/** `Nederlands vloeiend`, `Nederlands op C1-niveau`, `Dutch (C2)`. */
const highBehind = String.raw`${list}${inWriting}${space}?(?:,|:|\(|-|–)?${space}?(?:(?:taal|spreekt|beheerst|je|op|minimaal|at|level|niveau|language|is|skills)${space}){0,3}\(?(?:level${space}|niveau${space})?(?:vloeiend|foutloos|uitstekend|perfect|fluent(?:ly)?|c[12](?:[+])?(?:[- ]?(?:niveau|level))?(?:${space}?\/${space}?c2)?)\)?`
const highCode = `c[12](?:[- ](?:niveau|level))?${space}${list}(?:${space}(?:level|niveau))?`
const demand = new RegExp(String.raw`${begin}(?:${highBefore}|${highBehind}|${highCode})(?![\p{L}\p{N}])`, 'giu')

/** Work that is made of language. */
const languageWork =
  /(?<!\p{L})(?:tekstschrijver|redacteur|editor|writer|copywriter|copy|journalist|vertaler|translator|tolk|\p{L}{0,20}docent|teacher|lecturer|leraar|trainer|communicatie\p{L}*|communications?|content|redactie|correspondent|voorlichter|beleidsadviseur|jurist|legal)(?!\p{L})/iu
const isPlus =
  /^[^.;]{0,50}?(?<!\p{L})(?:is|zijn|are) (?:een |a |an |mooi )?(?:pr[eé]|plus|pluspunt|voordeel|meegenomen|advantage|asset|bonus)/iu
const wished = /(?<!\p{L})(?:bij voorkeur|liefst|preferably|ideally)(?: [\p{L}]+){0,2} $/iu
const ofEmployer =
  /(?<!\p{L})(?:wij bieden|we bieden|we offer|voertaal|working language|onze klanten|our customers|leer je|leren (?:wij|we) je|(?:you|you['’]ll|you will) learn|taalcursus|language course|language lessons)(?!\p{L})/iu

/** Better Dutch or English than the work needs. */
export const languageDemand: Check = {
  id,
  title: { nl: 'Taal beter dan het werk vraagt', en: 'Better language than the work needs' },
  sources: [{ name: 'Eigen grens van Schakel: meer dan B2 heeft een reden nodig', sureness: 'own' }],
  run(checked) {
    const title = checked.title ? checked.text.slice(checked.title.start, checked.title.end) : ''
    if (languageWork.test(title)) return {}
    return { marks: placesOf(checked).map((found) => toMark(checked, found)) }
  },
}

function placesOf(checked: CheckedText): Span[] {
  const spans = matchesIn(checked.text, demand).map(({ 0: words, index }) => ({
    start: index,
    end: index + words.trimEnd().length,
  }))
  return withoutOverlap(spans).filter((span) => {
    const { before, after, whole } = around(checked, span)
    return (
      !isNotSaid(checked, span) &&
      !isPlus.test(after) &&
      !wished.test(before) &&
      !ofEmployer.test(whole) &&
      !isUnderWishes(checked, span)
    )
  })
}

const code = /(?<![\p{L}\p{N}])[abc][12](?![\p{L}\p{N}])/iu

function toMark(checked: CheckedText, span: Span): Mark {
  const words = checked.text.slice(span.start, span.end)
  const named = namesIn(words)
  const isNamed = code.test(words)
  const remark = {
    check: id,
    severity: 'shutsOut',
    title: { nl: 'Vraagt het werk zoveel taal?', en: 'Does the work need that much language?' },
    why: {
      nl: `Wie de taal later leerde, haakt af. Voor veel werk is B2 genoeg.${isNamed ? '' : ' Zeg welk niveau nodig is.'}`,
      en: `It keeps away people who learned the language later. For much work B2 is enough.${isNamed ? '' : ' Say which level is needed.'}`,
    },
    demands: named.map(({ code }) => `language:${code}`),
  } as const
  // A level that is named has a reason, or only the employer knows a lower one.
  return markAt(checked, span, remark, isNamed ? [] : rewriteFor(checked, span, named))
}

const namesIn = (words: string): Name[] =>
  names
    .map((one) => ({ one, at: words.search(new RegExp(`${begin}(?:${one.pattern})${end}`, 'iu')) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)

function rewriteFor(checked: CheckedText, span: Span, named: readonly Name[]): Rewrite[] {
  if (named.length === 0) return []
  const words = checked.text.slice(span.start, span.end)
  if (words.includes('(') !== words.includes(')')) return []
  // Names of languages tell the language of the sentence better than its short words.
  const language = /(?<!\p{L})(?:dutch|english|german|french)/iu.test(words) ? 'en' : 'nl'
  const { before, after } = around(checked, span)
  const both = namesWith(
    named.map((one) => one[language]),
    joinerIn(words, language),
  )
  const level = language === 'nl' ? 'op niveau B2' : 'at level B2'
  const to = (replacement: string): Rewrite[] => [rewriteAt(checked, span, replacement)]
  const milder = withMilderGrade(words, language)
  if (milder) return to(milder)
  // `fluent in Dutch` says what somebody is; `Dutch at level B2` what somebody has.
  const isQuality = /^(?:vloeiend|fluent|perfect|excellent|uitstekend) (?:in|both)/iu.test(words)
  if (isQuality && language === 'en' && /(?<!\p{L})(?:are|be|is|you['’]re) $/iu.test(before))
    return to(`able to use ${both} ${level}`)
  if (isQuality && /(?<!\p{L})(?:bent|ben je|ben jij|is) $/iu.test(before)) return to(`in staat om ${both} te gebruiken ${level}`)
  if (/(?<!\p{L})(?:communiceert|communiceren|uitdrukken|communicate) $/iu.test(before))
    return to(`in ${language === 'nl' ? 'het ' : ''}${both} ${level}`)
  if (/beheersing|command/iu.test(words))
    return to(language === 'nl' ? `beheersing van ${both} ${level}` : `command of ${both} ${level}`)
  if (/^\s?(?:speaker|sprekende?)/iu.test(after)) return []
  return to(`${both} ${level}`)
}

/** `and/or` stays what it is: any one of the languages is enough. */
function joinerIn(words: string, language: 'nl' | 'en'): string {
  if (/(?<!\p{L})(?:en\/of|and\/or)(?!\p{L})/iu.test(words)) return language === 'nl' ? 'en/of' : 'and/or'
  if (/(?<!\p{L})(?:of|or) (?:de |het |in )?(?:nederlands|engels|duits|frans|dutch|english|german|french)/iu.test(words))
    return language === 'nl' ? 'of' : 'or'
  return language === 'nl' ? 'en' : 'and'
}

function namesWith(all: readonly string[], joiner: string): string {
  const last = all.at(-1) ?? ''
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} ${joiner} ${last}`
}

const skillWords = /communicati|skills|vaardighed|uitdrukkings/iu

/** `goede communicatieve vaardigheden in het Engels (B2)`: what else is asked in the same words stays, only the grade goes. */
function withMilderGrade(words: string, language: 'nl' | 'en'): string | undefined {
  const [whole, article, grade] = /^(?:(een|an|a) )?(\p{L}+)(?= )/iu.exec(words) ?? []
  if (!whole || !grade || /ly$/i.test(grade) || !skillWords.test(words)) return undefined
  const good = language === 'en' ? 'good' : /e$/i.test(grade) ? 'goede' : 'goed'
  const before = article ? (language === 'en' ? 'a ' : 'een ') : ''
  const rest = words.slice(whole.length)
  return `${before}${good}${rest}${rest.endsWith(')') ? '' : ' (B2)'}`
}
