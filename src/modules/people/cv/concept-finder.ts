import { languageCodeOf, type Mention, readOccupations, readSkills } from '../../../engine/reading/index.ts'
import type { Level } from '../../../engine/taxonomy/index.ts'
import { words } from '../../../engine/text/index.ts'
import { type Catalogue, readingDictionary } from '../../skills/index.ts'
import { chooseConcept, isPlainAlternative } from './choose-concept.ts'
import { levelBeside } from './level-beside.ts'
import type { MentionsOf } from './read-together.ts'
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
  /** Skills whose names stand in a text. */
  skillsIn(text: string): FoundSkill[]
  /** Skills that running text of a CV speaks of, whoever read them. */
  skillsOf(text: string, mentions: readonly Mention[]): FoundSkill[]
  /** Skills named by one item of a list of skills, where a name is a name whatever its capitals. */
  skillsNamed(item: string): Pick<FoundSkill, 'concept' | 'words' | 'level'>[]
  /** The concept with this address, or that equals it: `http://data.europa.eu/esco/skill/…`. */
  conceptAt(address: string | undefined, type: 'skill' | 'occupation'): string | undefined
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
  const dictionary = readingDictionary(catalogue)
  const names = shortNames(catalogue)
  const skillsOf: ConceptFinder['skillsOf'] = (text, mentions) => findSkills(catalogue, text, mentions)
  const skillsIn = (text: string): FoundSkill[] => skillsOf(text, readSkills(dictionary, text, { of: 'cv' }))
  const titles = createTitleReader({
    catalogue,
    occupationsIn: (title) =>
      readOccupations(dictionary, title).map(({ start, end, concepts, label }) => ({ start, end, concepts, label })),
    skillsIn,
  })
  return {
    skillsIn,
    skillsOf,
    conceptAt(address, type) {
      const concept = address === undefined ? undefined : catalogue.find(catalogue.standsFor(address))
      return concept?.type === type ? concept.id : undefined
    },
    skillsNamed(item) {
      const key = words(item).join(' ')
      const concepts = languageCodeOf(item) === undefined ? names.get(key) : undefined
      return concepts ? [{ concept: chooseConcept(catalogue, concepts, item).concept, words: item.trim() }] : skillsIn(item)
    },
    ...titles,
  }
}

/** Skills of a running text: as it was read elsewhere, else by their names. */
export function skillsOfText(text: string, finder: ConceptFinder, mentionsOf: MentionsOf): FoundSkill[] {
  const mentions = mentionsOf(text)
  return mentions ? finder.skillsOf(text, mentions) : finder.skillsIn(text)
}

function findSkills(catalogue: Catalogue, text: string, mentions: readonly Mention[]): FoundSkill[] {
  return mentions.flatMap((mention) => {
    // Languages that people speak are no skills here, also where a taxonomy has them among its skills.
    if (mention.kind === 'aside' || languageCodeOf(mention.words) !== undefined) return []
    const { start, end } = mention
    const level = levelBeside(text, start, end)
    const choice = chooseConcept(catalogue, mention.concepts, mention.label)
    // ESCO lists ordinary words as other names of skills: `current` of electricity, `detect` of finding bottlenecks.
    if (choice.by === 'other' && isPlainAlternative(mention.label)) return []
    const { concept } = choice
    return [{ concept, words: mention.words, start, end, denied: mention.kind === 'negated', ...(level && { level }) }]
  })
}

/** Who makes it is often left out: `Excel` for `Microsoft Excel`. */
const maker = /^(?:microsoft|ms|adobe|google|apache|atlassian|oracle|ibm|cisco|amazon|aws)\s+(?=\S)/i
/** `Rust (programmeertaal)`. */
const addition = /\s*\([^)]*\)$/

/**
 * Skills by names that are ordinary words (`excel`, `word`), which are not read in running text but mean the skill in a list of skills. A
 * short form that could be two skills is left out.
 */
function shortNames(catalogue: Catalogue): Map<string, string[]> {
  const whole = new Map<string, string[]>()
  const short = new Map<string, string[]>()
  for (const { concept, type, label } of catalogue.labels()) {
    if (type !== 'skill') continue
    if (!label.includes(' ')) addName(whole, label, concept)
    const shorter = label.replace(addition, '').replace(maker, '')
    if (shorter !== label) addName(short, shorter, catalogue.standsFor(concept))
  }
  for (const [name, concepts] of short) if (concepts.length === 1 && !whole.has(name)) whole.set(name, concepts)
  return whole
}

function addName(names: Map<string, string[]>, name: string, concept: string): void {
  const key = words(name).join(' ')
  const there = names.get(key)
  if (!there) names.set(key, [concept])
  else if (!there.includes(concept)) there.push(concept)
}
