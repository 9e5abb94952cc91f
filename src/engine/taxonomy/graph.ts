import type { ConceptId, Occupation, Skill, SkillKind, TransferModel } from './concept.ts'

/** How one claim counts for a requirement. In order of preference when credits are equal. */
export type Kin = 'same' | 'specific' | 'close' | 'related' | 'sibling' | 'general'

export const kinOrder: readonly Kin[] = ['same', 'specific', 'close', 'related', 'sibling', 'general']

/** A claim on concept number `claim` counts for the requirement this entry belongs to, by `kinship` in 1/1200. */
export interface KinEntry {
  readonly claim: number
  readonly kinship: number
  readonly how: Kin
}

/** Full kinship: the same concept, or a more specific one that proves it. */
export const whole = 1200

/**
 * The skills graph in numbers. Concepts that match exactly across schemes share one number. Groups have numbers too, but
 * prove nothing and lend no kinship.
 */
export interface Graph {
  readonly size: number
  /** The number of a concept; an id that no scheme holds gets one of its own, since a vacancy may still ask it. */
  numberOf(id: ConceptId): number
  /** The same, undefined for an id that nobody named: what people say makes no new numbers. */
  find(id: ConceptId): number | undefined
  /** The lowest id among equals. */
  idOf(concept: number): ConceptId
  /** All more general concepts, groups left out. */
  generalOf(concept: number): readonly number[]
  /** All more specific concepts. */
  specificOf(concept: number): readonly number[]
  /** Everything that counts for a requirement on this concept. */
  kinOf(concept: number): readonly KinEntry[]
  /** Concepts that an occupation implies. */
  impliedBy(occupation: ConceptId): readonly number[]
}

export function buildGraph(skills: readonly Skill[], occupations: readonly Occupation[], model: TransferModel): Graph {
  const equals = new Equals()
  for (const skill of skills) {
    equals.add(skill.id)
    for (const other of skill.exact ?? []) equals.join(skill.id, other)
  }
  const nodes: Node[] = []
  const node = (id: ConceptId): Node => {
    const number = equals.numberOf(id)
    nodes[number] ??= { kind: undefined, up: new Set(), down: new Set(), close: new Set(), related: new Set() }
    return nodes[number]
  }
  // The kind of a concept is that of its lowest id; the order of the list decides nothing (ruling 23).
  for (const skill of skills) if (equals.idOf(equals.numberOf(skill.id)) === skill.id) node(skill.id).kind = skill.kind
  const known = new Set(skills.map((skill) => skill.id))
  for (const skill of skills) link(skill, node, equals, known)
  return graphOf(equals, nodes, occupations, model)
}

interface Node {
  kind: SkillKind | undefined
  readonly up: Set<number>
  readonly down: Set<number>
  readonly close: Set<number>
  readonly related: Set<number>
}

function link(skill: Skill, node: (id: ConceptId) => Node, equals: Equals, known: ReadonlySet<ConceptId>): void {
  if (skill.kind === 'group') return
  const own = equals.numberOf(skill.id)
  for (const general of skill.broader ?? []) {
    const parent = equals.numberOf(general)
    if (!known.has(general) || parent === own || node(general).kind === 'group') continue
    node(skill.id).up.add(parent)
    node(general).down.add(own)
  }
  for (const [kind, others] of [
    ['close', skill.close ?? []],
    ['related', skill.related ?? []],
  ] as const) {
    for (const other of others) {
      const number = equals.numberOf(other)
      if (!known.has(other) || number === own || node(other).kind === 'group') continue
      node(skill.id)[kind].add(number)
      node(other)[kind].add(own)
    }
  }
}

function graphOf(
  equals: Equals,
  nodes: readonly (Node | undefined)[],
  occupations: readonly Occupation[],
  model: TransferModel,
): Graph {
  const general: (readonly number[] | undefined)[] = []
  const specific: (readonly number[] | undefined)[] = []
  const kin: (readonly KinEntry[] | undefined)[] = []
  const implied = new Map(occupations.map((one) => [one.id, one.implies.map((id) => equals.numberOf(id))]))
  return {
    get size() {
      return equals.size
    },
    numberOf: (id) => equals.numberOf(id),
    find: (id) => equals.find(id),
    idOf: (concept) => equals.idOf(concept),
    generalOf: (concept) => (general[concept] ??= reach(nodes, concept, 'up')),
    specificOf: (concept) => (specific[concept] ??= reach(nodes, concept, 'down')),
    kinOf: (concept) => (kin[concept] ??= kinEntries(nodes, concept, model)),
    impliedBy: (occupation) => implied.get(occupation) ?? [],
  }
}

/** Everything reached over one kind of link, the start left out. Cycles in a taxonomy do no harm. */
function reach(nodes: readonly (Node | undefined)[], start: number, direction: 'up' | 'down'): number[] {
  const seen = new Set<number>([start])
  const found: number[] = []
  const waiting = [start]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const next of nodes[at]?.[direction] ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      found.push(next)
      waiting.push(next)
    }
  }
  return found
}

function kinEntries(nodes: readonly (Node | undefined)[], concept: number, model: TransferModel): KinEntry[] {
  const best = new Map<number, KinEntry>()
  const offer = (claim: number, kinship: number, how: Kin): void => {
    const known = best.get(claim)
    if (claim !== concept && (known === undefined || kinship > known.kinship)) best.set(claim, { claim, kinship, how })
  }
  const self = nodes[concept]
  // A group, and an id that no scheme holds, prove nothing (ruling 23).
  if (!self || self.kind === 'group') return []
  for (const specific of reach(nodes, concept, 'down')) offer(specific, whole, 'specific')
  for (const close of self.close) offer(close, model.closeKinship, 'close')
  for (const related of self.related) offer(related, model.relatedKinship, 'related')
  for (const sibling of siblingsOf(nodes, concept, model))
    offer(sibling, siblingKinship(nodes, concept, sibling, model), 'sibling')
  for (const ancestor of reach(nodes, concept, 'up')) offer(ancestor, model.generalForSpecificKinship, 'general')
  return [{ claim: concept, kinship: whole, how: 'same' }, ...best.values()]
}

function* siblingsOf(nodes: readonly (Node | undefined)[], concept: number, model: TransferModel): Iterable<number> {
  for (const parent of nodes[concept]?.up ?? []) {
    const children = nodes[parent]?.down
    if (children && children.size <= model.narrowParentChildren) yield* children
  }
}

function siblingKinship(nodes: readonly (Node | undefined)[], a: number, b: number, model: TransferModel): number {
  const concrete = (n: number): boolean => nodes[n]?.kind === 'tool' || nodes[n]?.kind === 'language'
  return concrete(a) && concrete(b) ? model.siblingKinship : model.siblingKinshipOther
}

/** Union-find over ids: exact matches are one number. */
class Equals {
  readonly #numbers = new Map<ConceptId, number>()
  readonly #parents: number[] = []
  readonly #lowest: ConceptId[] = []

  get size(): number {
    return this.#parents.length
  }

  add(id: ConceptId): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const number = this.#parents.length
    this.#numbers.set(id, number)
    this.#parents.push(number)
    this.#lowest.push(id)
    return number
  }

  join(a: ConceptId, b: ConceptId): void {
    const [rootA, rootB] = [this.#root(this.add(a)), this.#root(this.add(b))]
    if (rootA === rootB) return
    this.#parents[rootB] = rootA
    if ((this.#lowest[rootB] ?? '') < (this.#lowest[rootA] ?? '')) this.#lowest[rootA] = this.#lowest[rootB] ?? ''
  }

  numberOf(id: ConceptId): number {
    return this.#root(this.add(id))
  }

  find(id: ConceptId): number | undefined {
    const number = this.#numbers.get(id)
    return number === undefined ? undefined : this.#root(number)
  }

  idOf(number: number): ConceptId {
    return this.#lowest[this.#root(number)] ?? ''
  }

  #root(number: number): number {
    let at = number
    for (let parent = this.#parents[at]; parent !== undefined && parent !== at; parent = this.#parents[at]) at = parent
    return at
  }
}
