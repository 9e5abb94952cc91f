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
    const [language = '', kind, label = ''] = one.split(unitSeparator)
    labels[language] ??= { preferred: undefined, alternatives: [], hidden: [] }
    const of = labels[language]
    if (kind === 'preferred') of.preferred = label
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
  } else if (relation === 'broader' || relation === 'related' || relation === 'exact' || relation === 'close') {
    node[relation].push(target)
  }
}

/** What is said one way and holds both ways. Links to what is not loaded stay as they are. */
export function linkBack(nodes: ReadonlyMap<string, Node>): void {
  const related: [Node, string][] = []
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

/** Which concept stands for another one: only where it is not itself. */
export function representatives(nodes: ReadonlyMap<string, Node>): Map<string, string> {
  const standsFor = new Map<string, string>()
  for (const [id, { concept, exact }] of nodes) {
    if (concept.scheme !== starterScheme || concept.status !== 'current') continue
    for (const other of exact) if (!standsFor.has(other)) standsFor.set(other, id)
  }
  for (const [id, { concept }] of nodes) {
    if (concept.status !== 'obsolete') continue
    const successor = successorOf(concept, nodes)
    if (successor !== undefined) standsFor.set(id, standsFor.get(successor) ?? successor)
  }
  return standsFor
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
