/** A catalogue of a handful of concepts, for tests of what reads text. Search is by whole label only. */
import { normalise } from '../../src/engine/text/index.ts'
import type { Catalogue, Concept } from '../../src/modules/skills/index.ts'

export interface SmallConcept {
  readonly id: string
  readonly type?: 'skill' | 'occupation'
  readonly scheme?: string
  /** Preferred label first. */
  readonly nl?: readonly string[]
  readonly en?: readonly string[]
  readonly codes?: Readonly<Record<string, string>>
  readonly standsFor?: string
}

export function smallCatalogue(concepts: readonly SmallConcept[]): Catalogue {
  const byId = new Map(concepts.map((one) => [one.id, one]))
  const conceptOf = ({ id, type = 'skill', scheme = 'schakel', codes = {} }: SmallConcept): Concept => ({
    ...{ id, type, scheme, codes, status: 'current', ict: true },
  })
  const find = (id: string): Concept | undefined => {
    const found = byId.get(id)
    return found && conceptOf(found)
  }
  const label = (id: string, language: 'nl' | 'en'): string => {
    const found = byId.get(id)
    return (language === 'nl' ? (found?.nl ?? found?.en) : (found?.en ?? found?.nl))?.[0] ?? id
  }
  const standsFor = (id: string): string => byId.get(id)?.standsFor ?? id
  return {
    version: 'small 1',
    find,
    get: (id) => find(id)!,
    label,
    description: () => undefined,
    alternatives: (id, language) => byId.get(id)?.[language]?.slice(1) ?? [],
    broader: () => [],
    narrower: () => [],
    related: () => [],
    skillsOf: () => [],
    standsFor,
    equals: (id) => [standsFor(id)],
    ictOccupations: () => concepts.filter((one) => one.type === 'occupation').map(conceptOf),
    search: (query, { type, language }) =>
      concepts
        .filter((one) => type === undefined || (one.type ?? 'skill') === type)
        .flatMap((one) => {
          const matched = [...(one.nl ?? []), ...(one.en ?? [])].find((name) => normalise(name) === normalise(query))
          return matched === undefined
            ? []
            : [{ concept: conceptOf(one), label: label(one.id, language), matched, how: 'exact' as const }]
        }),
    *labels() {
      for (const { id, type = 'skill', ...labels } of concepts) {
        for (const language of ['nl', 'en'] as const) {
          for (const name of labels[language] ?? []) yield { concept: id, type, language, label: name }
        }
      }
    },
    engineSkills: () => [],
    engineOccupations: () => [],
  }
}
