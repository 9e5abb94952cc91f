import type { LabelFile } from './esco-files.ts'
import type { EscoStore, LoadedConcept } from './esco-store.ts'
import type { EscoConcept, EscoLabels } from './read-concepts.ts'

/** The release that is loaded now. */
export interface Loaded {
  readonly concepts: ReadonlyMap<string, LoadedConcept>
  /** As a start for labels that come on top: the concepts with their descriptions, without labels. */
  asConcepts(): Map<string, EscoConcept>
}

export async function loadCurrent(store: Pick<EscoStore, 'loaded'>): Promise<Loaded> {
  const concepts = new Map<string, LoadedConcept>()
  for await (const page of store.loaded()) for (const concept of page) concepts.set(concept.id, concept)
  return {
    concepts,
    asConcepts: () => new Map([...concepts.values()].map((concept) => [concept.id, withoutLabels(concept, concept.status)])),
  }
}

function withoutLabels(concept: LoadedConcept, status: EscoConcept['status']): EscoConcept {
  const { id, type, kind, codes, replacedBy } = concept
  return {
    id,
    type,
    kind,
    codes,
    status,
    description: {},
    labels: new Map(),
    ...(replacedBy === undefined ? {} : { replacedBy }),
  }
}

/**
 * Adds to the new concepts what the loaded release has and the new files do not bring: concepts that vanished, as obsolete (a URI
 * that people used stays), and labels in languages that have no main file among the new ones.
 *
 * @returns the concepts that vanished or became obsolete now, and have no current successor
 */
export function carryOver(loaded: Loaded, concepts: Map<string, EscoConcept>, files: readonly LabelFile[]): string[] {
  const brought = new Set(files.map((file) => `${file.kind} ${file.language}`))
  const lost: EscoConcept[] = []
  for (const old of loaded.concepts.values()) {
    let concept = concepts.get(old.id)
    const isNew = concept === undefined
    if (concept === undefined) {
      concept = withoutLabels(old, 'obsolete')
      concepts.set(old.id, concept)
    }
    if (concept.status === 'obsolete' && old.status === 'current') lost.push(concept)
    if (old.replacedBy !== undefined) concept.replacedBy ??= old.replacedBy
    keepLabels(old, concept, (language) => !isNew && brought.has(`${mainKind(old)} ${language}`))
  }
  return lost.filter((concept) => !hasSuccessor(concept, concepts)).map((concept) => concept.id)
}

function mainKind(concept: LoadedConcept): LabelFile['kind'] {
  if (concept.type === 'skill') return 'skills'
  if (concept.type === 'occupation') return 'occupations'
  return concept.codes.isco === undefined ? 'skillGroups' : 'iscoGroups'
}

function keepLabels(old: LoadedConcept, concept: EscoConcept, isReplaced: (language: string) => boolean): void {
  for (const { language, kind, label } of old.labels) {
    if (isReplaced(language)) continue
    const labels: EscoLabels = concept.labels.get(language) ?? { alternatives: new Set(), hidden: new Set() }
    concept.labels.set(language, labels)
    if (label === labels.preferred) continue
    if (kind === 'preferred' && labels.preferred === undefined) labels.preferred = label
    else if (kind === 'hidden') labels.hidden.add(label)
    else labels.alternatives.add(label)
  }
  for (const labels of concept.labels.values()) if (labels.preferred !== undefined) labels.alternatives.delete(labels.preferred)
  for (const [language, text] of Object.entries(old.description)) {
    if (!isReplaced(language)) concept.description[language] ??= text
  }
}

/** Follows successors; a circle has none. */
function hasSuccessor(concept: EscoConcept, concepts: ReadonlyMap<string, EscoConcept>): boolean {
  const seen = new Set([concept.id])
  let next = concept.replacedBy
  while (next !== undefined && !seen.has(next)) {
    seen.add(next)
    const found = concepts.get(next)
    if (found?.status === 'current') return true
    next = found?.replacedBy
  }
  return false
}
