import type { FormIndex } from './form-index.ts'
import type { Match } from './match-forms.ts'
import type { Passage } from './passage.ts'

/** What stands around a stretch, and how its weightiest key is used among the skills. */
export const surroundingNames = [
  'skills with the heaviest key',
  'those against how common it is',
  'forms of the skill with it',
  'first of the passage',
  'behind a preposition',
  'behind an article',
  'capital',
  'letters',
  'labels in the clause',
  'word of skill beside',
  'in a list',
  'behind who is addressed',
  'before a preposition',
  'before a word that says something',
] as const

const prepositions: ReadonlySet<string> = new Set('met van in over with of op to te'.split(' '))
/** *kwaliteit van*, *advies over*: what is meant stands behind it. */
const leading: ReadonlySet<string> = new Set('van voor of in naar met op tussen over'.split(' '))
const articles: ReadonlySet<string> = new Set('de het een je jouw onze ons the a an our your deze dit dat die'.split(' '))
const addressed: ReadonlySet<string> = new Set('je jij you jouw your'.split(' '))
const joining: ReadonlySet<string> = new Set('en of and or'.split(' '))
const wordsOfSkill: ReadonlySet<string> = new Set(
  (
    'ervaring kennis experience knowledge skills skill vaardigheden vaardigheid vermogen inzicht ability vaardig houding ' +
    'instelling'
  ).split(' '),
)
const mostLabels = 4

/**
 * One number per name in `surroundingNames`.
 *
 * @param text what the places of the tokens refer to
 * @param labels how many labels of skills stand in the clause
 */
export function surroundingsOf(index: FormIndex, text: string, passage: Passage, match: Match, labels: number): number[] {
  const { tokens } = passage
  const { first, last } = match
  const before = tokens[first - 1]?.text ?? ''
  const behind = tokens[last + 1]?.text ?? ''
  const { start } = tokens[first]!
  const { end } = tokens[last]!
  const near = [...tokens.slice(Math.max(0, first - 3), first), ...tokens.slice(last + 1, last + 3)]
  const flag = (holds: boolean): number => (holds ? 1 : 0)
  return [
    ...keyUse(index, passage, match),
    flag(first === 0),
    flag(prepositions.has(before)),
    flag(articles.has(before)),
    flag(/^\p{Lu}/u.test(text.slice(start, start + 2))),
    Math.min(end - start, 60),
    Math.min(labels, mostLabels),
    flag(near.some((token) => wordsOfSkill.has(token.text))),
    flag(
      joining.has(behind) || /^\s?,/.test(text.slice(end, end + 2)) || /,\s?$/.test(text.slice(Math.max(0, start - 2), start)),
    ),
    flag(tokens.slice(0, first).some((token) => addressed.has(token.text))),
    flag(leading.has(behind)),
    flag(isGluedToContent(passage, last)),
  ]
}

/** *data* in *data platform*: the words go on, with nothing but a space or hyphen between. */
function isGluedToContent({ tokens, isContent }: Passage, last: number): boolean {
  const next = tokens[last + 1]
  return next !== undefined && isContent[last + 1] === true && next.start - tokens[last]!.end === 1
}

/** Of the heaviest key of the stretch: in how many skills it is, that against its rarity, and in what share of the forms of this one. */
function keyUse(index: FormIndex, passage: Passage, { skill, form, first, last }: Match): [number, number, number] {
  let heaviest = -1
  for (const [at, key] of passage.keys.entries()) {
    const token = passage.tokenOf[at]!
    if (token < first || token > last) continue
    if (heaviest < 0 || index.weight[key]! > index.weight[heaviest]!) heaviest = key
  }
  if (heaviest < 0) return [0, 0, 0]
  const skills = Math.log1p(index.skillsWith[heaviest]!)
  let from = form
  while (from > 0 && index.skillOf[from - 1] === skill) from--
  let [forms, holding] = [0, 0]
  for (let one = from; index.skillOf[one] === skill; one++) {
    forms++
    if (index.keys.subarray(index.keysFrom[one]!, index.keysFrom[one + 1]!).includes(heaviest)) holding++
  }
  return [skills, skills + Math.sqrt(index.weight[heaviest]!), holding / forms]
}
