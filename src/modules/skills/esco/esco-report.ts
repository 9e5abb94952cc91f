import type { Loaded } from './carry-over.ts'
import type { RelationFileKind } from './esco-files.ts'
import type { LostClaims } from './esco-store.ts'
import type { EscoConcept } from './read-concepts.ts'
import type { ReadRelations } from './read-relations.ts'
import type { Reject, Rejects } from './rejects.ts'

export interface EscoCounts {
  readonly skills: number
  readonly occupations: number
  /** Shelves of the skills pillar and ISCO groups. */
  readonly groups: number
  /** Occupation-skill relations in the release; those that name a concept the release does not have are among `rejected`. */
  readonly relations: number
  readonly relationsKept: number
  readonly broader: number
  readonly related: number
  readonly rejected: number
  /** Concepts that are new, and that went away, since the release that was loaded. */
  readonly added: number
  readonly vanished: number
  /** Per language: skills and occupations with a preferred label. */
  readonly labelled: Readonly<Record<string, { readonly skills: number; readonly occupations: number }>>
}

export interface EscoReport {
  /** False: this release is loaded already and nothing was done. */
  readonly changed: boolean
  readonly version: string
  readonly run?: string
  readonly counts?: EscoCounts
  /** Concepts that people named and that vanished without a successor, with how many people named them. */
  readonly lostClaims: readonly LostClaims[]
  /** Rows that were not used, with place and reason: the first 5,000; all are counted. Kept in `import_reject` too. */
  readonly rejects: readonly Reject[]
  readonly message: string
}

export type RelationCounts = Readonly<Partial<Record<RelationFileKind, ReadRelations>>>

export function countAll(
  concepts: ReadonlyMap<string, EscoConcept>,
  loaded: Loaded,
  relations: RelationCounts,
  rejects: Rejects,
  vanished: readonly string[],
): EscoCounts {
  const gone = new Set(vanished)
  const present = [...concepts.values()].filter((concept) => concept.status === 'current')
  const labelled: Record<string, { skills: number; occupations: number }> = {}
  for (const { type, labels } of present) {
    for (const [language, { preferred }] of labels) {
      if (type === 'group' || preferred === undefined) continue
      labelled[language] ??= { skills: 0, occupations: 0 }
      labelled[language][type === 'skill' ? 'skills' : 'occupations']++
    }
  }
  const ofType = (type: EscoConcept['type']): number => present.filter((concept) => concept.type === type).length
  return {
    skills: ofType('skill'),
    occupations: ofType('occupation'),
    groups: ofType('group'),
    relations: relations.occupationSkill?.rows ?? 0,
    relationsKept: relations.occupationSkill?.kept ?? 0,
    broader: (relations.broaderSkill?.kept ?? 0) + (relations.broaderOccupation?.kept ?? 0),
    related: relations.skillSkill?.kept ?? 0,
    rejected: rejects.count,
    added: present.filter(({ id }) => !loaded.concepts.has(id)).length,
    vanished: gone.size,
    labelled,
  }
}

export function messageOf(version: string, counts: EscoCounts): string {
  const number = (n: number): string => n.toLocaleString('en')
  const labels = Object.entries(counts.labelled)
    .map(([language, { skills, occupations }]) => `${language} ${number(skills)} skills and ${number(occupations)} occupations`)
    .join('; ')
  const relations = counts.relations === 0 ? '' : `, ${number(counts.relations)} relations`
  const rejected =
    counts.rejected === 0 ? '' : ` ${number(counts.rejected)} rows were rejected; each has its reason in the report.`
  return `ESCO ${version}: ${number(counts.skills)} skills, ${number(counts.occupations)} occupations${relations}. Labels: ${labels}.${rejected}`
}

/** What is said about claims that lost their concept: one line each, most named first. */
export function lostClaimsMessage(lost: readonly LostClaims[]): string {
  if (lost.length === 0) return ''
  const byNumber = lost.toSorted((a, b) => b.drafts + b.pool - (a.drafts + a.pool) || (a.concept < b.concept ? -1 : 1))
  const lines = byNumber.map(({ concept, drafts, pool }) => `  ${concept}: ${drafts} profiles, ${pool} people in the statistics`)
  return `\nPeople named ${lost.length} concepts that are gone and have no successor:\n${lines.join('\n')}`
}
