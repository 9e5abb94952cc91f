import type { Occupation, Skill } from '../../engine/taxonomy/index.ts'
import { NotFound } from '../../platform/index.ts'
import type { Catalogue, Concept, Language, OccupationSkill, SearchHit } from './catalogue.ts'
import { linkBack, type Node, representatives, starterScheme, toNode } from './catalogue-nodes.ts'
import { type ConceptSearch, createConceptSearch, type SearchEntry, type SearchRow } from './concept-search.ts'
import type { ConceptRow } from './skills-store.ts'
import { type EqualClasses, type Equatable, findEqualClasses } from './skos/equal-classes.ts'

/** Gathers concepts page by page, then builds the catalogue. */
export class CatalogueBuilder {
  readonly #nodes = new Map<string, Node>()
  readonly #fromTaxonomies = new Set<string>()

  /** @param fromTaxonomy of a taxonomy in SKOS: their mappings are held against what was added before */
  add(rows: readonly ConceptRow[], fromTaxonomy = false): void {
    for (const row of rows) {
      // Of two taxonomies with the same concept the first holds it, unless it gave it up.
      const held = this.#nodes.get(row.id)
      if (held && held.concept.scheme !== row.scheme && (held.concept.status === 'current' || row.status === 'obsolete')) continue
      this.#nodes.set(row.id, toNode(row))
      if (fromTaxonomy) this.#fromTaxonomies.add(row.id)
    }
  }

  build(schemes: readonly { readonly id: string; readonly version: string }[]): BuiltCatalogue {
    const nodes = this.#nodes
    const { classes, contradictions } = this.#equalClasses()
    for (const id of contradictions.keys()) nodes.get(id)?.exact.splice(0)
    linkBack(nodes)
    const standsFor = representatives(nodes, classes)
    // The starter vocabulary is named first.
    const named = schemes.toSorted((a, b) => Number(b.id === starterScheme) - Number(a.id === starterScheme))
    return new BuiltCatalogue(named.map(({ id, version }) => `${id} ${version}`).join(', '), nodes, standsFor)
  }

  #equalClasses(): EqualClasses {
    if (this.#fromTaxonomies.size === 0) return { classes: [], contradictions: new Map() }
    const all = [...this.#nodes.values()].map(toEquatable)
    return findEqualClasses(
      all.filter(({ id }) => !this.#fromTaxonomies.has(id)),
      all.filter(({ id }) => this.#fromTaxonomies.has(id)),
    )
  }
}

function toEquatable({ concept: { id, scheme, status }, exact }: Node): Equatable {
  return { id, scheme, isCurrent: status === 'current', exact }
}

export class BuiltCatalogue implements Catalogue {
  readonly version: string
  readonly #nodes: ReadonlyMap<string, Node>
  readonly #standsFor: ReadonlyMap<string, string>
  readonly #rows: readonly SearchRow[]
  readonly #search: ConceptSearch
  #equals: ReadonlyMap<string, string[]> | undefined
  #skills: readonly Skill[] | undefined
  #occupations: readonly Occupation[] | undefined

  constructor(version: string, nodes: ReadonlyMap<string, Node>, standsFor: ReadonlyMap<string, string>) {
    this.version = version
    this.#nodes = nodes
    this.#standsFor = standsFor
    const { rows, entries } = searchable(nodes, standsFor)
    this.#rows = rows
    this.#search = createConceptSearch(rows, entries)
  }

  /** Concepts of all but this taxonomy, with what they equal. */
  *equatable(butOf: string): Generator<Equatable> {
    for (const node of this.#nodes.values()) if (node.concept.scheme !== butOf) yield toEquatable(node)
  }

  find(id: string): Concept | undefined {
    return this.#nodes.get(id)?.concept
  }

  get(id: string): Concept {
    const concept = this.find(id)
    if (!concept) throw new NotFound('concept', id)
    return concept
  }

  label(id: string, language: Language): string {
    const labels = this.#nodes.get(id)?.labels
    if (!labels) return id
    const other = language === 'nl' ? 'en' : 'nl'
    const own = labels[language]?.preferred ?? labels[other]?.preferred
    if (own !== undefined) return own
    for (const { preferred } of Object.values(labels)) if (preferred !== undefined) return preferred
    return id
  }

  description(id: string, language: Language): string | undefined {
    return this.#nodes.get(id)?.description(language)
  }

  alternatives(id: string, language: Language): readonly string[] {
    return this.#nodes.get(id)?.labels[language]?.alternatives ?? []
  }

  broader(id: string): readonly string[] {
    return this.#nodes.get(id)?.broader ?? []
  }

  narrower(id: string): readonly string[] {
    return this.#nodes.get(id)?.narrower ?? []
  }

  related(id: string): readonly string[] {
    return this.#nodes.get(id)?.related ?? []
  }

  skillsOf(occupation: string): readonly OccupationSkill[] {
    return this.#nodes.get(occupation)?.skills ?? []
  }

  standsFor(id: string): string {
    return this.#standsFor.get(id) ?? id
  }

  equals(id: string): readonly string[] {
    this.#equals ??= Map.groupBy(this.#standsFor.keys(), (other) => this.standsFor(other))
    const shown = this.standsFor(id)
    return [shown, ...(this.#equals.get(shown) ?? [])]
  }

  ictOccupations(language: Language): readonly Concept[] {
    return [...this.#nodes.values()]
      .map((node) => node.concept)
      .filter(({ type, status, scheme, ict }) => type === 'occupation' && status === 'current' && scheme === starterScheme && ict)
      .map((concept) => ({ concept, label: this.label(concept.id, language) }))
      .sort((a, b) => a.label.localeCompare(b.label, language) || (a.concept.id < b.concept.id ? -1 : 1))
      .map(({ concept }) => concept)
  }

  search(query: string, options: Parameters<Catalogue['search']>[1]): readonly SearchHit[] {
    const { language, type, limit = 10 } = options
    return this.#search.find(query, { language, limit, ...(type ? { type } : {}) }).map(({ row, label, how }) => {
      const { id } = this.#rows[row]!
      return { concept: this.get(id), label: this.label(id, language), matched: label, how }
    })
  }

  *labels(): Iterable<{ concept: string; type: Concept['type']; language: string; label: string }> {
    for (const [id, { concept, labels }] of this.#nodes) {
      if (concept.status !== 'current') continue
      for (const [language, { preferred, alternatives, hidden }] of Object.entries(labels)) {
        if (preferred !== undefined) yield { concept: id, type: concept.type, language, label: preferred }
        for (const label of [...alternatives, ...hidden]) yield { concept: id, type: concept.type, language, label }
      }
    }
  }

  engineSkills(): readonly Skill[] {
    this.#skills ??= [...this.#nodes.values()].flatMap((node) => toEngineSkill(node, this.#standsFor))
    return this.#skills
  }

  engineOccupations(): readonly Occupation[] {
    this.#occupations ??= [...this.#nodes.values()].flatMap(({ concept, skills }) =>
      concept.type === 'occupation' && concept.status === 'current'
        ? [{ id: concept.id, implies: skills.filter(({ weight }) => weight === 'essential').map(({ skill }) => skill) }]
        : [],
    )
    return this.#occupations
  }
}

/**
 * A skill for the engine, or none. An obsolete one with a successor is the same thing as that, so that what people said about it
 * still counts. ISCO groups are shelves of occupations, of no use to skills.
 */
function toEngineSkill(node: Node, standsFor: ReadonlyMap<string, string>): Skill[] {
  const { concept, broader, exact, close, related } = node
  const kind = concept.kind ?? 'capability'
  if (concept.type === 'occupation' || (concept.type === 'group' && concept.codes.isco !== undefined)) return []
  if (concept.status === 'obsolete') {
    const successor = standsFor.get(concept.id)
    return successor === undefined ? [] : [{ id: concept.id, kind, exact: [successor] }]
  }
  return [
    {
      id: concept.id,
      kind,
      ...(broader.length > 0 ? { broader } : {}),
      ...(exact.length > 0 ? { exact } : {}),
      ...(close.length > 0 ? { close } : {}),
      ...(related.length > 0 ? { related } : {}),
    },
  ]
}

/** Rows and labels for search: skills and occupations that are current; equal ones are one row with the labels of all. */
function searchable(
  nodes: ReadonlyMap<string, Node>,
  standsFor: ReadonlyMap<string, string>,
): { rows: SearchRow[]; entries: Iterable<SearchEntry> } {
  const rows: SearchRow[] = []
  const numbers = new Map<string, number>()
  const rowOf = ({ id, type, scheme }: Concept): number => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    rows.push({ id, type: type === 'occupation' ? type : 'skill', starter: scheme === starterScheme })
    numbers.set(id, rows.length - 1)
    return rows.length - 1
  }
  const entries: SearchEntry[] = []
  for (const [id, { concept, labels }] of nodes) {
    const shown = nodes.get(standsFor.get(id) ?? id)?.concept
    if (concept.status !== 'current' || !shown || concept.type === 'group' || shown.type === 'group') continue
    const row = rowOf(shown)
    for (const language of ['nl', 'en']) {
      const of = labels[language]
      if (of?.preferred !== undefined) entries.push({ row, label: of.preferred, language, preferred: true })
      for (const label of of ? [...of.alternatives, ...of.hidden] : []) entries.push({ row, label, language, preferred: false })
      // Labels without a language are names as they are, in every one.
      const names = labels.und
      for (const label of names ? [names.preferred ?? [], names.alternatives, names.hidden].flat() : []) {
        entries.push({ row, label, language, preferred: label === names?.preferred })
      }
    }
  }
  return { rows, entries }
}
