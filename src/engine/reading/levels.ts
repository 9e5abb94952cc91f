import type { Cefr } from '../matching/index.ts'
import type { Level } from '../taxonomy/index.ts'
import { fold } from '../text/index.ts'

const skillLevels: readonly (readonly [Level, RegExp])[] = [
  [4, /^(?:master|expert|guru|specialist|expertise|4)$/],
  [3, /^(?:advanced|gevorderd(?:e)?|senior|proficient|strong|goed|very good|zeer goed|uitstekend|excellent|3)$/],
  [2, /^(?:intermediate|gemiddeld|medior|competent|good|zelfstandig|working knowledge|voldoende|2)$/],
  [
    1,
    /^(?:beginner|beginnend(?:e)?|basic|basis(?:kennis)?|novice|junior|elementary|fundamental|fundamentals|entry|starter|a little|een beetje|1)$/,
  ],
]

/** A word for how well somebody can do something as level 1..4; undefined when it is not one of the usual words. */
export function skillLevelOf(words: string): Level | undefined {
  const plain = fold(words)
    .replace(/\b(?:level|niveau)\b|[.!]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return skillLevels.find(([, pattern]) => pattern.test(plain))?.[0]
}

const fluency: readonly (readonly [Cefr, RegExp])[] = [
  [6, /\b(?:native|mother tongue|moedertaal(?:niveau|spreker)?|bilingual|tweetalig|first language|near[- ]native)\b/],
  [5, /\b(?:full professional|fluent(?:ly)?|vloeiend(?:e)?|near fluent|excellent|uitstekend(?:e)?|perfecte?)\b/],
  [4, /\b(?:professional working|upper[- ]intermediate|gevorderd(?:e)?|advanced|professional)\b/],
  [3, /\b(?:limited working|intermediate|gemiddeld|conversational|working knowledge)\b/],
  [2, /\b(?:elementary|basic|basis(?:kennis|niveau)?|pre[- ]intermediate)\b/],
  [1, /\b(?:beginner|beginnend(?:e)?|notions?|a little|een beetje)\b/],
]

/** A CEFR level named in words (`B2`, `Native speaker`, `vloeiend`) as 1..6; undefined when it is not clear. */
export function languageLevelOf(words: string): Cefr | undefined {
  const plain = fold(words)
  const code = /(?<![a-z0-9])([abc])\s?([12])(?![0-9a-z])/.exec(plain)
  if (code) return cefrOf(`${code[1]}${code[2]}`)
  return fluency.find(([, pattern]) => pattern.test(plain))?.[0]
}

/** `A1`..`C2` as 1..6. */
export function cefrOf(code: string): Cefr | undefined {
  const at = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'].indexOf(code.toLowerCase())
  return at < 0 ? undefined : ((at + 1) as Cefr)
}

/** NLQF/EQF level of a kind of education, and the words that name it. */
export interface NamedWorkLevel {
  readonly level: number
  readonly start: number
  readonly end: number
  readonly words: string
}

/** In order of what is looked for first: `master` before `bachelor` in *bachelor of master* would be wrong, so all are found. */
const workLevels: readonly (readonly [number, RegExp])[] = [
  [8, /(?<![\p{L}\d])(?:ph\.?\s?d\.?|doctorate|doctoral degree|promotie(?:onderzoek)?)(?![\p{L}\d])/giu],
  [
    7,
    /(?<![\p{L}\d])(?:master(?:['’]?s)?(?: of (?:science|arts|engineering|laws|business administration)|[- ](?:degree|diploma|opleiding|niveau))|master(?= in\b| of\b)|(?<!scrum[ -]?)(?:wo[- ])?masters?(?=$|\s*[,;)]|[- ]?titel)|m\.?sc\.?|m\.?eng\.?|mba|postgraduate degree|doctoraal|universitair master)(?![\p{L}\d])/giu,
  ],
  [
    6,
    /(?<![\p{L}\d])(?:bachelor(?:['’]?s)?(?: of (?:science|arts|engineering|laws|ict))?(?:[- ]?(?:degree|diploma|opleiding|niveau))?|b\.?sc\.?|b\.?eng\.?|hbo|hogeschool|wo|universitaire?|university degree|undergraduate degree)(?![\p{L}\d])/giu,
  ],
  [5, /(?<![\p{L}\d])(?:associate(?:['’]?s)?[- ]degree|associate|ad-opleiding)(?![\p{L}\d])/giu],
  [4, /(?<![\p{L}\d])(?:mbo[- ]?(?:niveau )?4|mbo\+|havo|vwo|high school(?: diploma)?|secondary school)(?![\p{L}\d])/giu],
  [3, /(?<![\p{L}\d])(?:mbo[- ]?(?:niveau )?3)(?![\p{L}\d])/giu],
  [2, /(?<![\p{L}\d])(?:mbo[- ]?(?:niveau )?2|vmbo)(?![\p{L}\d])/giu],
  [1, /(?<![\p{L}\d])(?:mbo[- ]?(?:niveau )?1)(?![\p{L}\d])/giu],
]

/**
 * The levels of education a text names, in order. `mbo` without a figure could be any of four, so it is none of them.
 * What is asked of somebody is the lowest of what is named in one breath (`hbo/wo`).
 */
export function readWorkLevels(text: string): NamedWorkLevel[] {
  const found: NamedWorkLevel[] = []
  for (const [level, pattern] of workLevels) {
    for (const match of text.matchAll(pattern)) {
      found.push({ level, start: match.index, end: match.index + match[0].length, words: match[0] })
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  return found.filter((one, at) => found.slice(0, at).every((other) => one.start >= other.end))
}
