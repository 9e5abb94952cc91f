import type { Check, CheckedText, Praise, Words } from '../check.ts'
import { markAt } from './marks.ts'
import { createPhraseFinder } from './phrases.ts'
import { sentenceAt } from './sentences.ts'
import { listOf, type Wording, type WordList } from './wording.ts'

const id = 'gender-title'

const finderOf = ({ entries }: WordList) =>
  createPhraseFinder(entries.flatMap((entry) => entry.words.map((words) => ({ words, value: entry }))))

/** Said anywhere in the text, it holds for the title. */
const everyone =
  /(?<![\p{L}\p{N}])(?:[mvxfwhd]\s?\/\s?[mvxfwhd](?:\s?\/\s?[mvxfwhdno])?|man\s?\/\s?vrouw|vrouw\s?\/\s?man|male\s?\/\s?female|hij\s?\/\s?zij(?:\s?\/\s?hen)?|he\s?\/\s?she|all genders|any gender|alle genders|elk gender|ongeacht (?:\p{L}+,? ){0,6}(?:geslacht|gender)|regardless of (?:[\p{L}]+,? ){0,8}(?:sex|gender)|vrouwen en mannen|mannen en vrouwen|women and men|men and women)(?![\p{L}\p{N}])/iu
/** `ontwikkelaar/ontwikkelaarster`, `docent(e)`, `medewerk(st)er`. */
const bothForms =
  /(?<!\p{L})(\p{L}{4,30})\s?\/\s?\1(?:ster|e|in|trice|se|esse)(?!\p{L})|(?<!\p{L})(\p{L}{3,30})(?:er|eur|man)\s?\/\s?\2(?:ster|euse|trice|vrouw)(?!\p{L})|\p{L}\(?(?:\/-?|\()(?:-?in|e|ster|ster|st|trice|esse|vrouw|aarster)\)?(?:er)?(?![\p{L}])/iu

/** Dutch names of men's work that have a form for women of their own. */
const oneForm = /(?:aar|eur|beheerder|werker|onderzoeker|leider|schrijver|ontwerper|bouwer|verkoper|controleur)$/iu

/** Behind a title: for men, or for women. */
const oneSex = /\s*\((?:m|v|f|w|man|vrouw|male|female)\)\s*$/iu

const title: Words = { nl: 'Zeg dat iedereen mag solliciteren', en: 'Say that everybody may apply' }
const law = {
  check: id,
  severity: 'law',
  title: { nl: 'De functienaam noemt maar één vorm', en: 'The title has one form only' },
  why: {
    nl: 'Een vacature moet laten zien dat vrouwen en mannen welkom zijn. Zet beide vormen in de titel, of (v/m/x) erachter. (WGB m/v, artikel 3)',
    en: 'A vacancy must show that women and men are welcome. Give both forms in the title, or write (m/f/x) behind it. (WGB m/v, article 3)',
  },
} as const
const tip = {
  check: id,
  severity: 'tip',
  title: { nl: 'Tip: zet (v/m/x) achter de titel', en: 'Tip: write (m/f/x) behind the title' },
  why: {
    nl: 'Deze titel is voor iedereen. Met (v/m/x) staat dat er ook. (WGB m/v, artikel 3)',
    en: 'This title is for everybody. With (m/f/x) it says so. (WGB m/v, article 3)',
  },
} as const

/** Both forms in the title, or `v/m/x`. */
export function createGenderTitle(wording: Wording): Check {
  const list = listOf(wording, 'title-forms')
  const find = finderOf(list)
  const findHero = finderOf(listOf(wording, 'hero-names'))
  return {
    id,
    title,
    sources: [
      { name: 'WGB m/v art. 3 lid 3 en 4 (text of May 2017)', sureness: 'seen' },
      { name: list.source.name, sureness: 'own' },
    ],
    run(checked) {
      const said = saidFor(checked)
      if (said) return { praise: [said] }
      const span = checked.title
      if (!span || span.end === span.start) return {}
      const words = checked.text.slice(span.start, span.end)
      // A text without a title may begin with a heading.
      const section = sentenceAt(checked, span.start)?.section ?? 'title'
      if (!isTitle(words) || section !== 'title') return {}
      // `(m)` alone says that the other half is not meant.
      const name = words.replace(oneSex, '').trimEnd()
      const isOneForm =
        name.length < words.trimEnd().length ||
        find({ ...checked, text: words }).length > 0 ||
        words.split(/[^\p{L}]+/u).some((word) => oneForm.test(word))
      const end = span.start + words.trimEnd().length
      const suffix = checked.language === 'nl' ? ' (v/m/x)' : ' (m/f/x)'
      // Where a hero stands in the title, what is said of that one takes the place of the title, with (v/m/x).
      const rewrites = findHero({ ...checked, text: words }).length > 0 ? [] : [`${name}${suffix}`]
      const place = { start: span.start, end }
      return {
        marks: [
          markAt(
            checked,
            place,
            isOneForm ? law : tip,
            rewrites.map((replacement) => ({ ...place, replacement })),
          ),
        ],
      }
    },
  }
}

/** The first line of a text without a title is a sentence; a programme of study is no name of a person's work. */
const isTitle = (words: string): boolean =>
  words.length <= longestTitle &&
  !/[.!?:;]\s*$/.test(words) &&
  !/^(?:engd|pdeng|phd|master|minor|traineeship|opleiding|cursus) (?:on|in|programme?|project)(?!\p{L})/iu.test(words.trim()) &&
  !/(?<!\p{L})(?:je|jij|wij|we|ons|onze|you|our)(?!\p{L})|^vacature(?:tekst)?$/iu.test(words.trim())
const longestTitle = 100

function saidFor({ text, title: span }: CheckedText): Praise | undefined {
  const found = everyone.exec(text)
  const forms = span && bothForms.exec(text.slice(span.start, span.end))
  const match = found ?? forms
  if (!match) return undefined
  const start = (found ? 0 : (span?.start ?? 0)) + match.index
  return {
    start,
    end: start + match[0].length,
    check: id,
    title: { nl: 'Er staat dat iedereen mag solliciteren', en: 'It says that everybody may apply' },
  }
}
