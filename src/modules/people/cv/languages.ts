import type { Cefr } from '../../../engine/matching/index.ts'
import { languageCodeOf, languageLevelOf } from '../../../engine/reading/index.ts'
import { fold } from '../../../engine/text/index.ts'

const letters = [...'abcdefghijklmnopqrstuvwxyz']
/** Spoken by many in the Netherlands and without a code of two letters. */
const threeLetters = ['pap', 'srn', 'prs', 'ckb', 'kmr', 'zgh', 'rif', 'fil', 'nds', 'hak']
/** Names in use that the standard list has not. */
const otherNames: Readonly<Record<string, string>> = {
  mandarijn: 'zh',
  mandarin: 'zh',
  kantonees: 'zh',
  cantonese: 'zh',
  farsi: 'fa',
  frysk: 'fy',
  frisian: 'fy',
  vlaams: 'nl',
  flemish: 'nl',
  berbers: 'zgh',
  berber: 'zgh',
  tamazight: 'zgh',
  surinaams: 'srn',
  papiamentu: 'pap',
  papiamento: 'pap',
  castilian: 'es',
}

let named: ReadonlyMap<string, string> | undefined

/** ISO 639 codes by their names in Dutch and English. */
function codesByName(): ReadonlyMap<string, string> {
  if (named) return named
  const byName = new Map(Object.entries(otherNames))
  const twoLetters = letters.flatMap((first) => letters.map((second) => first + second))
  for (const language of ['nl', 'en']) {
    const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'none' })
    for (const code of [...twoLetters, ...threeLetters]) {
      const name = Intl.getCanonicalLocales(code)[0] === code ? names.of(code) : undefined
      if (name !== undefined && !byName.has(fold(name))) byName.set(fold(name), code)
    }
  }
  named = byName
  return byName
}

/** `Nederlands`, `English (UK)`, `Franse taal`, `nl`, `nl-NL` to a code; undefined when it is no language we know. */
export function codeOfLanguage(name: string): string | undefined {
  const plain = fold(name)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\b(?:de|het|taal|language|the)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const code = /^([a-z]{2,3})(?:-[a-z]{2,4})?$/.exec(plain)?.[1]
  if (code !== undefined && [...codesByName().values()].includes(code)) return code
  // Two letters that are no code would be taken for one.
  return codesByName().get(plain) ?? (plain.length > 3 ? languageCodeOf(plain) : undefined)
}

/** What people write on a CV and the reader of vacancies has no use for. */
const otherFluency: readonly (readonly [Cefr, RegExp])[] = [
  [5, /\b(?:zeer goede?|very good|uitmuntend)\b/],
  [4, /\b(?:goede?|good)\b/],
  [3, /\b(?:redelijke?|voldoende|fair|reasonable)\b/],
  [2, /\b(?:matige?|limited|beperkte?)\b/],
]

/** `Native speaker`, `B2`, `vloeiend`, `goed in woord en geschrift` as 1..6; undefined when it is not clear. */
export function levelOfFluency(words: string): Cefr | undefined {
  const plain = fold(words)
  return languageLevelOf(words) ?? otherFluency.find(([, pattern]) => pattern.test(plain))?.[0]
}

/** `Nederlands: moedertaal`, `Engels (B2)`, `Duits - redelijk`, `Frans B1`. */
const nameAndLevel = /^[\s•*–-]*([\p{L}]+(?:e taal| language)?)\s*(?:[:(=]|\s[-–—]|\t|\s)\s*([^:]{1,60}?)\)?[\s.]*$/u

export interface FoundLanguage {
  readonly code: string
  readonly level: Cefr
  readonly words: string
}

/** Languages in a line that lists them with how well each is known; empty for another line. */
export function languagesListedIn(line: string): FoundLanguage[] {
  const list = line.replace(/^\s*(?:talen(?:kennis)?|languages?)\s*:\s*/i, '')
  return list.split(/[,;|•]|\s\/\s|\s(?:en|and)\s/).flatMap((part) => {
    const [, name = '', said = ''] = nameAndLevel.exec(part) ?? []
    const code = name === '' || name.length <= 2 ? undefined : codeOfLanguage(name)
    const level = levelOfFluency(said)
    return code === undefined || level === undefined ? [] : [{ code, level, words: part.replace(/^[\s•*–-]+/, '').trim() }]
  })
}
