import { type Part, textNodesOf } from './gather-parts.ts'
import type { PropertyNames } from './property-names.ts'
import { type BuiltConcept, buildConcept, meaningOf, type ReadAs } from './skos-concept.ts'
import type { TaxonomyStore } from './taxonomy-store.ts'

/** What a file says of the taxonomy itself; '' where it is silent. */
export interface SchemeFacts {
  readonly title: string
  readonly uri: string
  readonly licence: string
}

/** A subject that is a concept, or would be. */
export interface ReadConcept extends BuiltConcept {
  readonly subject: string
  readonly line: number
}

export interface SubjectPage {
  readonly concepts: readonly ReadConcept[]
  readonly schemes: readonly SchemeFacts[]
  /** Named by others only, as narrower or top concept, and never described. */
  readonly onlyNamed: readonly { readonly subject: string; readonly part: Part }[]
  /** How many subjects this page covers. */
  readonly subjects: number
  /** How many are of a class that is no skill, occupation or group. */
  readonly left: number
}

/** All subjects that were gathered, made into concepts, page by page in order of URI. */
export async function* readSubjects({
  store,
  names,
  readAs,
}: {
  readonly store: Pick<TaxonomyStore, 'subjects' | 'findParts'>
  readonly names: PropertyNames
  readonly readAs: ReadAs
}): AsyncGenerator<SubjectPage> {
  for await (const subjects of store.subjects()) {
    const nodes = await store.findParts([...new Set(subjects.flatMap(({ part }) => textNodesOf(part)))])
    const textOf = (node: string): readonly (readonly [string, string])[] =>
      (nodes.get(node)?.said ?? []).flatMap((one) =>
        one[0] === 'literalForm' && one.length === 4 ? [[one[1], one[2]] as const] : [],
      )
    const page = {
      concepts: [] as ReadConcept[],
      schemes: [] as SchemeFacts[],
      onlyNamed: [] as SubjectPage['onlyNamed'][number][],
    }
    let left = 0
    for (const { subject, part } of subjects) {
      const meaning = meaningOf(part, names)
      if (meaning === undefined) {
        if (part.backwards.length > 0 && part.said.length === 0) page.onlyNamed.push({ subject, part })
      } else if (meaning.type === 'scheme') page.schemes.push(schemeOf(subject, part))
      else if (meaning.type === 'left') left += isText(part) ? 0 : 1
      else page.concepts.push({ subject, line: part.line, ...buildConcept(subject, part, meaning, readAs, textOf) })
    }
    yield { ...page, left, subjects: subjects.length }
  }
}

/** A label or note that stands apart: it is read with the concept that it belongs to. */
function isText({ said }: Part): boolean {
  return said.some(([role]) => role === 'literalForm')
}

const longestFact = 300

function schemeOf(subject: string, { said }: Part): SchemeFacts {
  const texts = (role: string): string[] =>
    said.flatMap((one) => (one[0] === role ? [one[1].trim()] : [])).filter((one) => one !== '' && !/\p{Cc}/u.test(one))
  const title = [...texts('title'), ...texts('preferred')].sort()[0] ?? ''
  return {
    title: title.slice(0, longestFact),
    uri: subject.startsWith('_:') ? '' : subject,
    licence: (texts('licence').sort()[0] ?? '').slice(0, longestFact),
  }
}
