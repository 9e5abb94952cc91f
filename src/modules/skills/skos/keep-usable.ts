import type { Reject } from '../../imports/index.ts'
import type { ReadConcept, SubjectPage } from './read-subjects.ts'
import { linkRoles, type SkosConcept, type SkosLink } from './skos-concept.ts'

/** Of a URI or label in a message. */
const longestSaid = 300

/** What all links of a file are held against. */
export interface KnownLinks {
  /** A concept of this file, or of another taxonomy in use. */
  has(id: string): boolean
  isInCircle(id: string, broader: string): boolean
  /** By concept: the two of one taxonomy that its exact matches would make the same. */
  readonly contradictions: ReadonlyMap<string, readonly [string, string]>
}

/** The concepts of a page with the links that can be used, and what was refused with place and reason. */
export function keepUsable(page: SubjectPage, known: KnownLinks, file: string): { concepts: SkosConcept[]; rejects: Reject[] } {
  const concepts: SkosConcept[] = []
  const rejects: Reject[] = []
  for (const read of page.concepts) {
    const refuse = (reason: string): void => {
      rejects.push({ place: placeOf(file, read), reason, record: recordOf(read) })
    }
    for (const problem of read.problems) refuse(problem)
    if (read.concept) concepts.push(usable(read.concept, known, refuse))
  }
  for (const { subject, part } of page.onlyNamed) {
    for (const [role, by] of part.backwards) {
      rejects.push({
        place: placeOf(file, { subject, line: part.line }),
        reason: `${by} names it (${role}, backwards), and nothing in the file says what it is.`,
        record: subject.slice(0, longestSaid),
      })
    }
  }
  return { concepts, rejects }
}

function usable(concept: SkosConcept, known: KnownLinks, refuse: (reason: string) => void): SkosConcept {
  const isMissing = ({ relation, target }: SkosLink): boolean =>
    (linkRoles as readonly string[]).includes(relation) && !known.has(target)
  const contradiction = known.contradictions.get(concept.id)
  const links = concept.links.filter((link) => {
    const { relation, target } = link
    if (isMissing(link))
      refuse(`${relation} ${target}: there is no such concept in the file that can be used, nor in another taxonomy.`)
    else if (relation === 'broader' && known.isInCircle(concept.id, target)) {
      refuse(`broader ${target}: these links go round in a circle, so none of them is used.`)
    } else if (relation === 'exact' && contradiction) {
      refuse(
        `exact ${target}: with it, ${contradiction[0]} and ${contradiction[1]} would be the same, and they are two concepts of one taxonomy.`,
      )
    } else return true
    return false
  })
  if (concept.replacedBy === null || known.has(concept.replacedBy)) return { ...concept, links }
  refuse(`It is replaced by ${concept.replacedBy}, and there is no such concept.`)
  return { ...concept, links, replacedBy: null }
}

function placeOf(file: string, { subject, line }: { readonly subject: string; readonly line: number }): string {
  return line > 0 ? `${file}:${line}` : `${file}: ${subject.slice(0, longestSaid)}`
}

function recordOf({ subject, concept }: ReadConcept): string {
  const label = concept?.labels.find(({ kind }) => kind === 'preferred')?.label
  return (label === undefined ? subject : `${subject} ${label}`).slice(0, longestSaid)
}
