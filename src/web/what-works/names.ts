import type { OutcomeDefinitions } from '../../modules/outcomes/index.ts'
import type { Language } from '../../modules/skills/index.ts'

/** What each measure is called, and what it counts, in one language: pages get it as data. */
export function definitionsIn(definitions: OutcomeDefinitions, language: Language) {
  return {
    version: definitions.version,
    names: Object.fromEntries(definitions.measures.map(({ code, name }) => [code, name[language]])),
    lines: definitions.measures.map(({ code, name, numerator, source }) => ({
      ...{ code, name: name[language], counts: numerator[language], source: source[language] },
    })),
  }
}

export type DefinitionsIn = ReturnType<typeof definitionsIn>
