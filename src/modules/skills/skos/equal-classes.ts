/** A concept with what it says it equals, as far as classes of equal concepts need it. */
export interface Equatable {
  readonly id: string
  readonly scheme: string
  /** Obsolete concepts may share their successor's place: they contradict nothing. */
  readonly isCurrent: boolean
  readonly exact: readonly string[]
}

export interface EqualClasses {
  /** The members of each class of two or more ids that the new concepts' mappings join, known or not. */
  readonly classes: readonly (readonly string[])[]
  /**
   * New concepts whose exact matches would make two distinct concepts of one scheme the same, with those two. None of these matches can be
   * used: nobody knows which of them is wrong, and an exact match proves.
   */
  readonly contradictions: ReadonlyMap<string, readonly [string, string]>
}

/**
 * Which concepts are equal, when exact matches go both ways and on and on (SKOS S44, S45).
 * @param known what stands already; its mappings are not doubted
 * @param added concepts whose mappings are
 */
export function findEqualClasses(known: Iterable<Equatable>, added: Iterable<Equatable>): EqualClasses {
  const sets = new Sets()
  const schemes = new Map<string, string>()
  const mapping: Equatable[] = []
  for (const concept of known) {
    if (concept.isCurrent) schemes.set(concept.id, concept.scheme)
    for (const other of concept.exact) sets.join(concept.id, other)
  }
  for (const concept of added) {
    if (concept.isCurrent && !schemes.has(concept.id)) schemes.set(concept.id, concept.scheme)
    if (concept.exact.length > 0) mapping.push(concept)
    for (const other of concept.exact) sets.join(concept.id, other)
  }
  const touched = new Set(mapping.map(({ id }) => sets.root(id)))
  const classes = [...sets.classes()].filter(([root]) => touched.has(root))
  const clashing = new Map<string, readonly [string, string]>()
  for (const [root, members] of classes) {
    const clash = firstOfOneScheme(members, schemes)
    if (clash) clashing.set(root, clash)
  }
  return {
    classes: classes.filter(([root]) => !clashing.has(root)).map(([, members]) => members),
    contradictions: new Map(
      mapping.flatMap(({ id }) => {
        const clash = clashing.get(sets.root(id))
        return clash ? [[id, clash] as const] : []
      }),
    ),
  }
}

function firstOfOneScheme(members: readonly string[], schemes: ReadonlyMap<string, string>): [string, string] | undefined {
  const seen = new Map<string, string>()
  for (const member of members.toSorted()) {
    const scheme = schemes.get(member)
    if (scheme === undefined) continue
    const other = seen.get(scheme)
    if (other !== undefined) return [other, member]
    seen.set(scheme, member)
  }
  return undefined
}

/** Union-find over ids. */
class Sets {
  readonly #parents = new Map<string, string>()

  join(one: string, other: string): void {
    const [a, b] = [this.root(one), this.root(other)]
    if (a !== b) this.#parents.set(b, a)
  }

  root(id: string): string {
    let root = id
    for (let parent = this.#parents.get(root); parent !== undefined && parent !== root; parent = this.#parents.get(root))
      root = parent
    // Shortens the way for the next time.
    for (let at = id; at !== root; ) {
      const parent = this.#parents.get(at) ?? root
      this.#parents.set(at, root)
      at = parent
    }
    if (!this.#parents.has(root)) this.#parents.set(root, root)
    return root
  }

  classes(): Map<string, string[]> {
    const classes = new Map<string, string[]>()
    for (const id of [...this.#parents.keys()]) {
      const root = this.root(id)
      const members = classes.get(root)
      if (members) members.push(id)
      else classes.set(root, [id])
    }
    return classes
  }
}
