import type { Weight } from '../../engine/matching/index.ts'
import type { Level } from '../../engine/taxonomy/index.ts'
import type { Concept, OccupationSkill } from './catalogue.ts'
import { type ConceptRow, recordSeparator, unitSeparator } from './skills-store.ts'

/** Preferred and other labels of one concept in one language. */
interface Labels {
  preferred: string | undefined
  alternatives: string[]
  /** To be found by, never shown: misspellings and the like. */
  hidden: string[]
}

/** A concept with all that is known of it. */
export interface Node {
  readonly concept: Concept
  readonly description: (language: string) => string | undefined
  readonly labels: Readonly<Record<string, Labels>>
  readonly broader: string[]
  readonly narrower: string[]
  readonly related: string[]
  readonly exact: string[]
  readonly close: string[]
  /** Concepts of another scheme that this one is broader than: they say nothing of it themselves. */
  readonly narrowMatch: string[]
  readonly skills: OccupationSkill[]
}

export const starterScheme = 'schakel'

/** One row of the record, unpacked. */
export function toNode(row: ConceptRow): Node {
  const node: Node = {
    concept: toConcept(row),
    // Read only when it is shown: most never are.
    description: (language) => (JSON.parse(row.description) as Record<string, string>)[language],
    labels: toLabels(row.labels),
    broader: [],
    narrower: [],
    related: [],
    exact: [],
    close: [],
    narrowMatch: [],
    skills: [],
  }
  if (row.relations !== null) for (const text of row.relations.split(recordSeparator)) addRelation(node, text)
  node.skills.sort((a, b) => weightOrder[a.weight] - weightOrder[b.weight] || (a.skill < b.skill ? -1 : 1))
  return node
}

function toConcept(row: ConceptRow): Concept {
  return {
    id: row.id,
    scheme: row.scheme,
    type: row.type,
    status: row.status,
    ict: row.ict,
    codes: row.codes,
    ...(row.kind === null ? {} : { kind: row.kind }),
    ...(row.replacedBy === null ? {} : { replacedBy: row.replacedBy }),
    ...(row.level === null ? {} : { level: row.level as Level }),
    ...(row.nlqf === null ? {} : { nlqf: row.nlqf }),
  }
}

function toLabels(text: string | null): Record<string, Labels> {
  const labels: Record<string, Labels> = {}
  // Sorted: the database gives them in any order.
  for (const one of text?.split(recordSeparator).sort() ?? []) {
    const [tag = '', kind, label = ''] = one.split(unitSeparator)
    // en-GB is English; where there is plain English too, that comes first.
    const language = tag.split('-', 1)[0] ?? tag
    labels[language] ??= { preferred: undefined, alternatives: [], hidden: [] }
    const of = labels[language]
    if (kind === 'preferred' && of.preferred === undefined) of.preferred = label
    else if (kind === 'hidden') of.hidden.push(label)
    else of.alternatives.push(label)
  }
  return labels
}

const weightOrder: Readonly<Record<Weight, number>> = { essential: 0, important: 1, somewhat: 2 }

function addRelation(node: Node, text: string): void {
  const [relation, level, target = ''] = text.split(unitSeparator)
  if (relation === 'essential' || relation === 'important' || relation === 'somewhat') {
    node.skills.push({ skill: target, weight: relation, ...(level ? { level: Number(level) as Level } : {}) })
  } else {
    const list = listOf[relation ?? '']
    if (list !== undefined && !node[list].includes(target)) node[list].push(target)
  }
}

/** Mappings to another scheme are links like those within one: SKOS S41 makes a broad match broader, a related match related. */
const listOf: Readonly<Record<string, 'broader' | 'related' | 'exact' | 'close' | 'narrowMatch'>> = {
  broader: 'broader',
  related: 'related',
  exact: 'exact',
  close: 'close',
  broadMatch: 'broader',
  relatedMatch: 'related',
  narrowMatch: 'narrowMatch',
}

/** What is said one way and holds both ways. Links to what is not loaded stay as they are. */
export function linkBack(nodes: ReadonlyMap<string, Node>): void {
  const related: [Node, string][] = []
  for (const [id, node] of nodes) {
    for (const target of node.narrowMatch) {
      const other = nodes.get(target)
      if (other && !other.broader.includes(id)) other.broader.push(id)
    }
  }
  for (const [id, node] of nodes) {
    for (const target of node.broader) nodes.get(target)?.narrower.push(id)
    for (const target of node.related) {
      const other = nodes.get(target)
      if (other && !other.related.includes(id)) related.push([other, id])
    }
  }
  for (const [node, id] of related) if (!node.related.includes(id)) node.related.push(id)
  for (const node of nodes.values()) {
    for (const list of [node.broader, node.narrower, node.related, node.exact, node.close]) list.sort()
  }
}

/**
 * Which concept stands for another one: only where it is not itself.
 * @param classes of concepts that equal each other by the mappings of taxonomies
 */
export function representatives(
  nodes: ReadonlyMap<string, Node>,
  classes: readonly (readonly string[])[] = [],
): Map<string, string> {
  const standsFor = new Map<string, string>()
  for (const [id, { concept, exact }] of nodes) {
    if (concept.scheme !== starterScheme || concept.status !== 'current') continue
    for (const other of exact) if (!standsFor.has(other)) standsFor.set(other, id)
  }
  for (const members of classes) {
    const shown = shownOf(members, nodes)
    for (const member of members)
      if (shown !== undefined && member !== shown && !standsFor.has(member)) standsFor.set(member, shown)
  }
  for (const [id, { concept }] of nodes) {
    if (concept.status !== 'obsolete') continue
    const successor = successorOf(concept, nodes)
    if (successor !== undefined) standsFor.set(id, standsFor.get(successor) ?? successor)
  }
  return standsFor
}

/** Of equal concepts the one that people see: ours, else ESCO's, else that of the first scheme. */
function shownOf(members: readonly string[], nodes: ReadonlyMap<string, Node>): string | undefined {
  const rank = ({ scheme }: Concept): string => (scheme === starterScheme ? '0' : scheme === 'esco' ? '1' : `2${scheme}`)
  return members
    .flatMap((id) => nodes.get(id)?.concept ?? [])
    .filter(({ status }) => status === 'current')
    .sort((a, b) => (rank(a) + a.id < rank(b) + b.id ? -1 : 1))[0]?.id
}

function successorOf(concept: Concept, nodes: ReadonlyMap<string, Node>): string | undefined {
  const seen = new Set([concept.id])
  let next = concept.replacedBy
  while (next !== undefined && !seen.has(next)) {
    seen.add(next)
    const found = nodes.get(next)?.concept
    if (found?.status === 'current') return found.id
    next = found?.replacedBy
  }
  return undefined
}
