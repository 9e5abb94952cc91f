import { createDictionary, type Dictionary, languageCodeOf, readOccupations, readSkills } from '../../../engine/reading/index.ts'
import type { Level } from '../../../engine/taxonomy/index.ts'
import { normalise, words } from '../../../engine/text/index.ts'
import type { Catalogue } from '../../skills/index.ts'
import { levelBeside } from './level-beside.ts'
import { createTitleReader } from './title-reader.ts'

/** A skill named in a text; `words` is `text.slice(start, end)`. */
export interface FoundSkill {
  readonly concept: string
  readonly words: string
  readonly start: number
  readonly end: number
  /** *no experience with it*. */
  readonly denied: boolean
  readonly level?: Level
}

/** Finds the concepts that words of a resume or CV stand for. */
export interface ConceptFinder {
  /** Skills named in running text of a CV. */
  skillsIn(text: string): FoundSkill[]
  /** Skills named by one item of a list of skills, where a name is a name whatever its capitals. */
  skillsNamed(item: string): Pick<FoundSkill, 'concept' | 'words' | 'level'>[]
  /** The occupation that is exactly this title. */
  exactOccupation(title: string): string | undefined
  /** The occupation a title is of, also where a level, a product or a place stands beside it; undefined in doubt. */
  occupationOf(title: string): string | undefined
}

const finders = new WeakMap<Catalogue, ConceptFinder>()

/** A catalogue never changes, so its dictionary is made once. */
export function conceptFinder(catalogue: Catalogue): ConceptFinder {
  let finder = finders.get(catalogue)
  if (!finder) {
    finder = createFinder(catalogue)
    finders.set(catalogue, finder)
  }
  return finder
}

function createFinder(catalogue: Catalogue): ConceptFinder {
  const dictionary = createDictionary(catalogue.labels())
  const singleWords = skillsOfOneWord(catalogue)
  const skillsIn = (text: string): FoundSkill[] => findSkills(catalogue, dictionary, text)
  const titles = createTitleReader({
    catalogue,
    occupationsIn: (title) =>
      readOccupations(dictionary, title).map(({ start, end, concepts, label }) => ({
        start,
        end,
        concept: conceptOf(catalogue, concepts, label),
      })),
    skillsIn,
  })
  return {
    skillsIn,
    skillsNamed(item) {
      const key = words(item).join(' ')
      const concepts = languageCodeOf(item) === undefined ? singleWords.get(key) : undefined
      return concepts ? [{ concept: conceptOf(catalogue, concepts, item), words: item.trim() }] : skillsIn(item)
    },
    ...titles,
  }
}

function findSkills(catalogue: Catalogue, dictionary: Dictionary, text: string): FoundSkill[] {
  return readSkills(dictionary, text, { of: 'cv' }).flatMap((mention) => {
    // Languages that people speak are no skills here, also where a taxonomy has them among its skills.
    if (mention.kind === 'aside' || languageCodeOf(mention.words) !== undefined) return []
    const { start, end } = mention
    const level = levelBeside(text, start, end)
    const concept = conceptOf(catalogue, mention.concepts, mention.label)
    return [{ concept, words: mention.words, start, end, denied: mention.kind === 'negated', ...(level && { level }) }]
  })
}

/** Names that are ordinary words (`excel`, `word`) are not read in running text; in a list of skills they are. */
function skillsOfOneWord(catalogue: Catalogue): Map<string, string[]> {
  const byWord = new Map<string, string[]>()
  for (const { concept, type, label } of catalogue.labels()) {
    if (type !== 'skill' || label.includes(' ')) continue
    const cut = words(label)
    if (cut.length !== 1) continue
    const there = byWord.get(cut[0]!)
    if (!there) byWord.set(cut[0]!, [concept])
    else if (!there.includes(concept)) there.push(concept)
  }
  return byWord
}

/** Of concepts with the same label: the starter vocabulary's, else the one whose preferred name it is, else the first. */
function conceptOf(catalogue: Catalogue, concepts: readonly string[], label: string): string {
  const shown = concepts.map((id) => catalogue.standsFor(id))
  const starter = shown.find((id) => catalogue.find(id)?.scheme === 'schakel')
  if (starter !== undefined) return starter
  const key = normalise(label)
  const isPreferred = (id: string): boolean =>
    normalise(catalogue.label(id, 'nl')) === key || normalise(catalogue.label(id, 'en')) === key
  return shown.find(isPreferred) ?? shown[0] ?? ''
}
