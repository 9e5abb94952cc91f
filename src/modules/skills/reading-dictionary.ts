import { createDictionary, type Dictionary, type Mention } from '../../engine/reading/index.ts'
import { normalise } from '../../engine/text/index.ts'
import type { Catalogue } from './catalogue.ts'

const made = new WeakMap<Catalogue, Dictionary>()

/**
 * The dictionary that texts are read with. Made once per catalogue and shared by all who read: a catalogue never changes, a new version is a
 * new one. On the whole of ESCO making it takes seconds.
 */
export function readingDictionary(catalogue: Catalogue): Dictionary {
  const before = made.get(catalogue)
  if (before) return before
  const dictionary = createDictionary(catalogue.labels())
  made.set(catalogue, dictionary)
  return dictionary
}

/**
 * The one concept that a mention is about: one of the starter vocabulary before others, one whose preferred label it is before one that also
 * is called so, else the first. Always the concept that stands for it in answers.
 */
export function conceptOf(catalogue: Catalogue, mention: Pick<Mention, 'concepts' | 'label' | 'concept'>): string {
  if (mention.concepts.length === 1) return catalogue.standsFor(mention.concept)
  const label = normalise(mention.label)
  const isPreferred = (id: string): boolean =>
    normalise(catalogue.label(id, 'en')) === label || normalise(catalogue.label(id, 'nl')) === label
  const starter = mention.concepts.filter((id) => catalogue.find(id)?.scheme === 'schakel')
  const among = starter.length > 0 ? starter : mention.concepts
  return catalogue.standsFor(among.find(isPreferred) ?? among[0] ?? mention.concept)
}
