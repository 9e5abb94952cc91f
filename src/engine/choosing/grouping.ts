import type { Distance, PeopleGroup } from './problem.ts'

/** Somebody, by what brings them to a job. */
export interface Reached {
  readonly distance: Distance
  /** Contents that bring them to a job, each once. */
  readonly contents: readonly string[]
}

interface Node {
  readonly content: string
  readonly children: Map<string, Node>
  people: number
}

/**
 * People who can take the same, together. Groups of fewer than `least` lose the content that fewest people can take, and go together with who can take
 * the rest, until they are enough; who is left with nothing is not counted. So a group never says of anybody that they can take what they cannot.
 *
 * A tree per distance: each person stands at the end of the way of their contents, those that most people can take first; leaves that are too small fall
 * into the node above.
 */
export function groupPeople(people: readonly Reached[], least: number): PeopleGroup[] {
  const order = rankOf(people)
  const roots = new Map<Distance, Node>()
  for (const { distance, contents } of people) {
    let node = roots.get(distance) ?? nodeOf('')
    roots.set(distance, node)
    for (const content of [...contents].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))) {
      const child = node.children.get(content) ?? nodeOf(content)
      node.children.set(content, child)
      node = child
    }
    node.people++
  }
  const groups: PeopleGroup[] = []
  for (const distance of [...roots.keys()].sort()) gather(roots.get(distance) as Node, [], { least, distance, groups })
  return groups
}

/** The place of each content: most people first, ties by name. */
function rankOf(people: readonly Reached[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { contents } of people) for (const content of contents) counts.set(content, (counts.get(content) ?? 0) + 1)
  const ranked = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  return new Map(ranked.map(([content], at) => [content, at]))
}

const nodeOf = (content: string): Node => ({ content, children: new Map(), people: 0 })

/** Adds the groups below a node, and gives how many people fall out of it. */
function gather(
  node: Node,
  way: readonly string[],
  into: { readonly least: number; readonly distance: Distance; readonly groups: PeopleGroup[] },
): number {
  for (const name of [...node.children.keys()].sort()) {
    node.people += gather(node.children.get(name) as Node, [...way, name], into)
  }
  if (way.length === 0 || node.people < into.least) return node.people
  into.groups.push({ distance: into.distance, contents: [...way].sort(), people: node.people })
  return 0
}
