import { commonForm, fold, words } from '../../../engine/text/index.ts'
import type { Catalogue } from '../../skills/index.ts'

/** Forms of women that differ in no other way: `analiste`, `ontwikkelaarster`, `kokkin`; `beheerster` is of `beheerder`. */
const alsoEndings: readonly (readonly [string, string])[] = [
  ['ster', 'der'],
  ['ster', ''],
  ['kin', ''],
  ['e', ''],
]

const known = new WeakMap<Catalogue, ReadonlySet<string>>()

/** Words that stand in the name of an occupation. A catalogue never changes. */
function titleWords(catalogue: Catalogue): ReadonlySet<string> {
  const there = known.get(catalogue)
  if (there) return there
  const found = new Set<string>()
  for (const { type, label } of catalogue.labels()) if (type === 'occupation') for (const word of words(label)) found.add(word)
  known.set(catalogue, found)
  return found
}

/**
 * A title in the form that the vocabulary has: `Administratief medewerkster` -> `Administratief medewerker`. Words that it knows, and words that no
 * form makes known, stay. So it makes no difference who did the work.
 */
export function commonTitle(title: string, catalogue: Catalogue): string {
  const inTitles = titleWords(catalogue)
  return title.replace(/\p{L}{5,}/gu, (written) => {
    const word = fold(written)
    if (inTitles.has(word)) return written
    const common = commonForm(word, (form) => inTitles.has(form))
    if (common !== word) return common
    for (const [ending, instead] of alsoEndings) {
      const form = word.endsWith(ending) ? word.slice(0, -ending.length) + instead : word
      if (form !== word && inTitles.has(form)) return form
    }
    return written
  })
}
