import type { PropertyNames, Role } from './property-names.ts'
import type { Triple, TripleObject } from './triple.ts'

/** One thing that is said of a subject. `tag` is the language of a text, or its datatype where it has one. */
export type Said = readonly [role: Role, node: string] | readonly [role: Role, text: string, language: string, datatype: string]

/** What one stretch of the file says of one subject. */
export interface Part {
  /** Of the first statement; 0 where the format has no lines. */
  line: number
  readonly said: Said[]
  /** Said elsewhere of others, and backwards of this one. */
  readonly backwards: Said[]
}

export interface SubjectPart {
  readonly subject: string
  readonly part: Part
}

const mostSubjects = 2_000
const mostCharacters = 4_000_000

/**
 * Gathers statements by subject. What is said of a concept may lie apart in the file: whenever enough is gathered it goes out as parts, and
 * parts of one subject are put together later. Memory stays flat.
 */
export class PartGatherer {
  readonly #names: PropertyNames
  #parts = new Map<string, Part>()
  #characters = 0

  constructor(names: PropertyNames) {
    this.#names = names
  }

  add({ subject, property, object, line = 0 }: Triple): void {
    const meaning = this.#names.properties.get(property)
    if (!meaning) return
    if (!meaning.backwards) {
      const part = this.#part(subject)
      if (part.line === 0) part.line = line
      part.said.push(saidOf(meaning.as, object))
    } else if ('node' in object) {
      const part = this.#part(object.node)
      if (part.line === 0) part.line = line
      part.backwards.push([meaning.as, subject])
    }
    this.#characters += subject.length + ('node' in object ? object.node : object.text).length
  }

  get isFull(): boolean {
    return this.#parts.size >= mostSubjects || this.#characters >= mostCharacters
  }

  take(): SubjectPart[] {
    const parts = [...this.#parts].map(([subject, part]) => ({ subject, part }))
    this.#parts = new Map()
    this.#characters = 0
    return parts
  }

  #part(subject: string): Part {
    let part = this.#parts.get(subject)
    if (!part) {
      part = { line: 0, said: [], backwards: [] }
      this.#parts.set(subject, part)
    }
    return part
  }
}

function saidOf(role: Role, object: TripleObject): Said {
  return 'node' in object ? [role, object.node] : [role, object.text, object.language, object.datatype]
}

/** All parts of one subject as one. */
export function together(parts: readonly Part[]): Part {
  const lines = parts.filter(({ said, line }) => said.length > 0 && line > 0).map(({ line }) => line)
  const all = parts.filter(({ line }) => line > 0).map(({ line }) => line)
  return {
    line: lines.length > 0 ? Math.min(...lines) : all.length > 0 ? Math.min(...all) : 0,
    said: parts.flatMap(({ said }) => said),
    backwards: parts.flatMap(({ backwards }) => backwards),
  }
}

/** Nodes that hold a text somewhere else in the file: labels of SKOS-XL, notes with a value. */
export function textNodesOf({ said }: Part): string[] {
  return said.flatMap((one) => (one.length === 2 && textRoles.has(one[0]) ? [one[1]] : []))
}

const textRoles: ReadonlySet<Role> = new Set<Role>([
  'preferred',
  'alternative',
  'hidden',
  'preferredNode',
  'alternativeNode',
  'hiddenNode',
  'definition',
  'description',
  'scopeNote',
  'note',
  'example',
  'changeNote',
  'editorialNote',
  'historyNote',
])
