import { Invalid } from '../../../platform/index.ts'
import type { OpenRelease, ReleaseFile, ReleasePart } from './release.ts'

/** Files that hold the concepts themselves with their labels in one language. */
export type ConceptFileKind = 'skills' | 'occupations' | 'skillGroups' | 'iscoGroups'

/** `labels` are files with labels of concepts that stand elsewhere: the collections, and gathered partial lists. */
export type LabelFileKind = ConceptFileKind | 'skillLabels' | 'occupationLabels'

export type RelationFileKind = 'occupationSkill' | 'broaderSkill' | 'broaderOccupation' | 'skillSkill'

export interface LabelFile extends ReleaseFile {
  readonly kind: LabelFileKind
  readonly language: string
}

/** What we read of a release, in the order in which it is read. */
export interface EscoFiles {
  /** False: labels in another language only, for a release that is loaded already. */
  readonly structure: boolean
  readonly labels: readonly LabelFile[]
  readonly relations: Readonly<Partial<Record<RelationFileKind, ReleaseFile>>>
  /** Everything recognised, for the checksum: one list per part. */
  readonly parts: readonly { readonly name: string; readonly files: readonly ReleaseFile[] }[]
}

const conceptKinds: readonly (readonly [RegExp, LabelFileKind])[] = [
  [/^skills_([a-z]{2,3})\.csv$/i, 'skills'],
  [/^occupations_([a-z]{2,3})\.csv$/i, 'occupations'],
  [/^skillGroups_([a-z]{2,3})\.csv$/i, 'skillGroups'],
  [/^ISCOGroups_([a-z]{2,3})\.csv$/i, 'iscoGroups'],
  [/^\w+SkillsCollection_([a-z]{2,3})\.csv$/i, 'skillLabels'],
  [/^\w+OccupationsCollection_([a-z]{2,3})\.csv$/i, 'occupationLabels'],
  [/^skill-labels-([a-z]{2,3})-partial\.csv$/i, 'skillLabels'],
]

/** Up to 1.1.1 these have no language in their name; from 1.2 on they have. */
const relationKinds: readonly (readonly [RegExp, RelationFileKind])[] = [
  [/^occupationSkillRelations(_[a-z]{2,3})?\.csv$/i, 'occupationSkill'],
  [/^broaderRelationsSkillPillar(_[a-z]{2,3})?\.csv$/i, 'broaderSkill'],
  [/^broaderRelationsOccPillar(_[a-z]{2,3})?\.csv$/i, 'broaderOccupation'],
  [/^skillSkillRelations(_[a-z]{2,3})?\.csv$/i, 'skillSkill'],
]

const required: Readonly<
  Record<'skills' | 'occupations' | 'skillGroups' | 'occupationSkill' | 'broaderSkill' | 'skillSkill', string>
> = {
  skills: 'skills_en.csv',
  occupations: 'occupations_en.csv',
  skillGroups: 'skillGroups_en.csv',
  occupationSkill: 'occupationSkillRelations.csv',
  broaderSkill: 'broaderRelationsSkillPillar.csv',
  skillSkill: 'skillSkillRelations.csv',
}

/**
 * Recognises the files of one or more releases given together. Throws `Invalid` when nothing is recognised or when a release has
 * relations but lacks a file that goes with them.
 *
 * @param language read labels in this language only
 */
export function recognise(releases: readonly OpenRelease[], language?: string): EscoFiles {
  const labels: LabelFile[] = []
  const relations: Partial<Record<RelationFileKind, ReleaseFile>> = {}
  const parts: { name: string; files: ReleaseFile[] }[] = []
  for (const part of releases.flatMap((release) => release.parts)) {
    const known = [...labelFiles(part, language), ...relationFiles(part, relations)]
    for (const file of known) if ('language' in file) labels.push(file as LabelFile)
    if (known.length > 0) parts.push({ name: part.name, files: known })
  }
  if (parts.length === 0) {
    throw new Invalid(
      'esco',
      `None of the files is one of ESCO's. Expected files such as ${required.skills} and ${required.occupationSkill}.`,
    )
  }
  const structure = Object.keys(relations).length > 0
  if (structure) refuseMissing(labels, relations)
  return { structure, labels: inReadingOrder(labels), relations, parts }
}

function labelFiles(part: ReleasePart, language: string | undefined): LabelFile[] {
  return part.files.flatMap((file) => {
    for (const [pattern, kind] of conceptKinds) {
      const found = pattern.exec(file.name)?.[1]?.toLowerCase()
      if (found !== undefined && (language === undefined || found === language)) return [{ ...file, kind, language: found }]
    }
    return []
  })
}

/** The same relations come with each language: the first part that has them is read. */
function relationFiles(part: ReleasePart, relations: Partial<Record<RelationFileKind, ReleaseFile>>): ReleaseFile[] {
  return part.files.filter((file) => {
    const kind = relationKinds.find(([pattern]) => pattern.test(file.name))?.[1]
    if (kind !== undefined) relations[kind] ??= file
    return kind !== undefined
  })
}

function refuseMissing(labels: readonly LabelFile[], relations: EscoFiles['relations']): void {
  for (const [kind, name] of Object.entries(required)) {
    if (labels.some((file) => file.kind === kind) || kind in relations) continue
    throw new Invalid(
      name,
      `The release has no ${name}. Choose "classification" and "csv" when you download ESCO, and keep all files together.`,
    )
  }
}

const order: readonly LabelFileKind[] = ['skillGroups', 'iscoGroups', 'skills', 'occupations', 'skillLabels', 'occupationLabels']

/** Collections repeat labels of the main file, so they are read only in a language that has no main file; partial lists last. */
function inReadingOrder(files: readonly LabelFile[]): LabelFile[] {
  const has = (kind: LabelFileKind, language: string): boolean =>
    files.some((file) => file.kind === kind && file.language === language)
  return files
    .filter(
      ({ kind, language }) =>
        !(kind === 'skillLabels' && has('skills', language)) && !(kind === 'occupationLabels' && has('occupations', language)),
    )
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (isPartial(a) ? 1 : 0) - (isPartial(b) ? 1 : 0))
}

function isPartial(file: LabelFile): boolean {
  return /-partial\.csv$/i.test(file.name)
}

/** The version stands in the name of the official downloads only ("ESCO dataset - v1.2.0 - classification - en - csv.zip"). */
export function versionIn(name: string): string | undefined {
  return /(?<![\d.])v?(\d+\.\d+(?:\.\d+)?)(?![\d.]*\d)/i.exec(name)?.[1]
}
