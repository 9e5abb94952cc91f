import type { Catalogue } from '../../skills/index.ts'
import type { CredentialFacts } from './facts.ts'

/** How a skill was found: by the issuer's own reference, by its name in the issuer's list, or in the text about the achievement. */
export type FoundHow = 'aligned' | 'named' | 'read'

export interface FoundSkill {
  readonly concept: string
  readonly how: FoundHow
  /** The words or the address that it was found by. */
  readonly words: string
}

/** Finds skills in texts: `modules/people` has one for CVs. */
export interface SkillFinder {
  skillsIn(text: string): readonly { readonly concept: string; readonly words: string; readonly denied: boolean }[]
  skillsNamed(item: string): readonly { readonly concept: string; readonly words: string }[]
}

const most = 50

/** Skills that a credential speaks of, the surest first, each once. Nothing is a claim before the person says so. */
export function findSkills(facts: CredentialFacts, catalogue: Catalogue, finder: SkillFinder): readonly FoundSkill[] {
  const found = new Map<string, FoundSkill>()
  const add = (concept: string, how: FoundHow, words: string): void => {
    if (!found.has(concept) && found.size < most) found.set(concept, { concept, how, words })
  }
  for (const { url } of facts.alignments) {
    const concept = catalogue.find(catalogue.standsFor(url))
    if (concept?.type === 'skill') add(concept.id, 'aligned', url)
  }
  for (const { name } of facts.alignments) for (const { concept } of finder.skillsNamed(name)) add(concept, 'named', name)
  for (const { concept, words, denied } of [facts.title, facts.description].flatMap((text) => finder.skillsIn(text)))
    if (!denied) add(concept, 'read', words)
  return [...found.values()]
}
