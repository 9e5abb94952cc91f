import { normalise } from '../../../engine/text/index.ts'
import type { Catalogue } from '../../skills/index.ts'

export interface Choice {
  /** The concept that stands for it in answers. */
  readonly concept: string
  /** It is the starter vocabulary's own name, the preferred name of a concept, or only another name in a large taxonomy. */
  readonly by: 'starter' | 'preferred' | 'other'
  /** No other concept has this name on the same ground. */
  readonly isOnly: boolean
}

const languages = ['nl', 'en'] as const

/** Of concepts with the same label the one that is most surely meant. `concepts` is not empty. */
export function chooseConcept(catalogue: Catalogue, concepts: readonly string[], label: string): Choice {
  const key = normalise(label)
  const isPreferred = (id: string): boolean => languages.some((language) => normalise(catalogue.label(id, language)) === key)
  const isStarters = (id: string): boolean =>
    catalogue.find(id)?.scheme === 'schakel' &&
    (isPreferred(id) || languages.some((language) => catalogue.alternatives(id, language).some((one) => normalise(one) === key)))
  // A name of ours, before a name that ESCO gives to something that equals one of ours.
  const known = [...new Set(concepts.flatMap((id) => [id, catalogue.standsFor(id)]))]
  const choose = (by: Choice['by'], among: readonly string[]): Choice | undefined => {
    const shown = [...new Set(among.map((id) => catalogue.standsFor(id)))]
    return shown[0] === undefined ? undefined : { concept: shown[0], by, isOnly: shown.length === 1 }
  }
  return (
    choose('starter', known.filter(isStarters)) ??
    choose('preferred', known.filter(isPreferred)) ??
    choose('other', concepts) ?? { concept: '', by: 'other', isOnly: false }
  )
}

/** One word in small letters: too little to go by when it is only another name of something. */
export function isPlainAlternative(label: string): boolean {
  return /^[\p{Ll}'’-]+$/u.test(label.trim())
}
