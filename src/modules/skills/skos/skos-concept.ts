import type { Part, Said } from './gather-parts.ts'
import type { ClassMeaning, PropertyNames, Role } from './property-names.ts'

/** What the importer says of concepts whose class says nothing, and of texts without a language. */
export interface ReadAs {
  readonly type: 'skill' | 'occupation'
  readonly kind: 'tool' | 'language' | 'knowledge' | 'capability'
  /** `und` where nobody knows. */
  readonly language: string
}

export type LabelKind = 'preferred' | 'alternative' | 'hidden'
export interface SkosLabel {
  readonly language: string
  readonly kind: LabelKind
  readonly label: string
}

export const noteRoles = [
  'definition',
  'description',
  'scopeNote',
  'note',
  'example',
  'changeNote',
  'editorialNote',
  'historyNote',
] as const
export type NoteRole = (typeof noteRoles)[number]

export const linkRoles = ['broader', 'related', 'essential', 'important', 'somewhat'] as const
export const matchRoles = ['exact', 'close', 'broadMatch', 'narrowMatch', 'relatedMatch'] as const
export type Relation = (typeof linkRoles)[number] | (typeof matchRoles)[number]

export interface SkosLink {
  readonly relation: Relation
  readonly target: string
}

export interface SkosConcept {
  readonly id: string
  readonly type: 'skill' | 'occupation' | 'group'
  readonly kind: 'tool' | 'language' | 'knowledge' | 'capability' | 'group' | null
  readonly status: 'current' | 'obsolete'
  readonly replacedBy: string | null
  readonly labels: readonly SkosLabel[]
  readonly notes: readonly { readonly role: NoteRole; readonly language: string; readonly text: string }[]
  readonly notations: readonly { readonly text: string; readonly datatype: string }[]
  readonly links: readonly SkosLink[]
  readonly topOf: readonly string[]
  readonly inScheme: readonly string[]
  /** Classes that the file gave it, but for skos:Concept. */
  readonly classes: readonly string[]
  readonly line: number
}

/** What came of one subject: a concept perhaps, what of it could not be used, or why it is no concept. */
export interface BuiltConcept {
  readonly concept?: SkosConcept
  readonly problems: readonly string[]
}

const longestLabel = 500
const longestNote = 20_000
const longestIri = 2_000
const mostLinks = 5_000

const rdfConcept = 'http://www.w3.org/2004/02/skos/core#Concept'

/** What a subject is: by its classes, and where it has none by what is said of it. */
export function meaningOf(part: Part, names: PropertyNames): ClassMeaning | undefined {
  const types = nodesOf(part.said, 'type')
  const meanings = types.flatMap((type) => names.classes.get(type) ?? [])
  // A class with a kind says most, then one with a type; `left` before `any`: a task that is a concept too is still left.
  const best = meanings.toSorted((a, b) => rank(a) - rank(b))[0]
  if (best !== undefined || types.length > 0) return best
  const saysSo = part.said.some(([role]) => role === 'inScheme' || role === 'topConceptOf' || role === 'broader')
  return saysSo && part.said.some(([role]) => role === 'preferred' || role === 'preferredNode') ? { type: 'any' } : undefined
}

function rank({ type, kind }: ClassMeaning): number {
  if (kind !== undefined) return 0
  return { skill: 1, occupation: 1, group: 1, left: 2, scheme: 3, any: 4 }[type]
}

/**
 * The concept that a subject is, in an order that does not depend on the file's.
 * @param textOf the texts of a node that stands elsewhere, as [text, language]
 */
export function buildConcept(
  subject: string,
  part: Part,
  meaning: ClassMeaning,
  readAs: ReadAs,
  textOf: (node: string) => readonly (readonly [text: string, language: string])[],
): BuiltConcept {
  if (subject.startsWith('_:')) return refused('The concept has no URI, so nothing can name it. Give it one.')
  if (!isIri(subject)) return refused('The URI of the concept is not a whole one (no spaces, at most 2,000 characters).')
  const problems: string[] = []
  const texts = new Texts(part.said, readAs.language, textOf, problems)
  const labels = labelsOf(texts, problems)
  if (!labels.some(({ kind }) => kind === 'preferred')) {
    return { problems: [...problems, 'The concept has no preferred label (skos:prefLabel) that can be used.'] }
  }
  const links = linksOf(subject, part, problems)
  if (links.length > mostLinks) return refused(`The concept has more than ${mostLinks} links.`)
  const isAny = meaning.type === 'any'
  const type = isAny ? readAs.type : (meaning.type as SkosConcept['type'])
  const replacedBy = oneSuccessor(subject, part, problems)
  const isDeprecated = part.said.some(
    (said) => said[0] === 'deprecated' && said.length === 4 && /^(true|1)$/.test(said[1].trim()),
  )
  return {
    problems,
    concept: {
      id: subject,
      type,
      kind: type === 'occupation' ? null : type === 'group' ? 'group' : ((meaning.kind ?? readAs.kind) as SkosConcept['kind']),
      status: isDeprecated || replacedBy !== null ? 'obsolete' : 'current',
      replacedBy,
      labels,
      notes: noteRoles.flatMap((role) => texts.of(role, longestNote).map(([text, language]) => ({ role, language, text }))),
      notations: notationsOf(part.said, problems),
      links,
      topOf: iris([...nodesOf(part.said, 'topConceptOf'), ...nodesOf(part.backwards, 'topConceptOf')]),
      inScheme: iris(nodesOf(part.said, 'inScheme')),
      classes: iris(nodesOf(part.said, 'type').filter((one) => one !== rdfConcept)),
      line: part.line,
    },
  }
}

function refused(reason: string): BuiltConcept {
  return { problems: [reason] }
}

/** Texts by role, checked: said as such, or by way of a node. */
class Texts {
  readonly #said: readonly Said[]
  readonly #language: string
  readonly #textOf: (node: string) => readonly (readonly [string, string])[]
  readonly #problems: string[]

  constructor(
    said: readonly Said[],
    language: string,
    textOf: (node: string) => readonly (readonly [string, string])[],
    problems: string[],
  ) {
    this.#said = said
    this.#language = language
    this.#textOf = textOf
    this.#problems = problems
  }

  /** Sorted by language, then text; each once. */
  of(role: Role, longest: number): [text: string, language: string][] {
    const found = new Map<string, [string, string]>()
    for (const said of this.#said) {
      if (said[0] !== role) continue
      const texts = said.length === 2 ? this.#textOf(said[1]) : [[said[1], said[2]] as const]
      for (const [given, tag] of texts) {
        const text = given.trim()
        const language = tag === '' ? this.#language : tag.toLowerCase()
        const problem = textProblem(text, longest) ?? languageProblem(language)
        if (problem === undefined) found.set(`${language}\u0000${text}`, [text, language])
        else this.#problems.push(`${role} ${JSON.stringify(text.slice(0, 60))}: ${problem}`)
      }
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  }
}

function textProblem(text: string, longest: number): string | undefined {
  if (text === '') return 'it is empty.'
  if (text.length > longest) return `it is longer than ${longest.toLocaleString('en')} characters.`
  if (!text.isWellFormed()) return 'it holds half a character.'
  // The record cannot hold U+0000, and keeps labels apart by U+001E and U+001F.
  if (/[^\P{Cc}\t\n\r\u007f-\u009f]/u.test(text)) return 'it holds a control character.'
  return undefined
}

/** Why it is no language tag (BCP 47), or undefined. */
export function languageProblem(language: string): string | undefined {
  return /^[a-z]{2,8}(-[a-z0-9]{1,8}){0,7}$/.test(language)
    ? undefined
    : `"${language.slice(0, 40)}" is no language tag, such as nl or en-GB.`
}

function labelsOf(texts: Texts, problems: string[]): SkosLabel[] {
  const labels: SkosLabel[] = []
  const of = (kind: LabelKind): [string, string][] => {
    const all = [...texts.of(kind, longestLabel), ...texts.of(`${kind}Node`, longestLabel)]
    const once = new Map(all.map((one) => [`${one[1]}\u0000${one[0]}`, one]))
    return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
  }
  const preferred = new Map<string, string>()
  for (const [label, language] of of('preferred')) {
    const first = preferred.get(language)
    if (first === undefined) {
      preferred.set(language, label)
      labels.push({ language, kind: 'preferred', label })
    } else {
      problems.push(
        `A concept has one preferred label in a language. In "${language}", "${first}" is used and ${JSON.stringify(label)} is not.`,
      )
    }
  }
  for (const kind of ['alternative', 'hidden'] as const) {
    for (const [label, language] of of(kind)) {
      // Said twice: the stronger one holds.
      const isKnown = labels.some((one) => one.language === language && one.label === label)
      if (!isKnown) labels.push({ language, kind, label })
    }
  }
  return labels
}

function linksOf(subject: string, { said, backwards }: Part, problems: string[]): SkosLink[] {
  const links = new Map<string, SkosLink>()
  for (const one of [...said, ...backwards]) {
    const [role, target] = one
    if (!isLinkRole(role)) continue
    if (one.length !== 2 || target.startsWith('_:') || !isIri(target)) {
      problems.push(`${role} ${JSON.stringify(target.slice(0, 100))}: a link must name a whole URI.`)
    } else if (target === subject) problems.push(`${role}: the concept names itself.`)
    else links.set(`${role} ${target}`, { relation: role, target })
  }
  return withoutContradictions([...links.values()], problems)
}

const isLinkRole = (role: Role): role is Relation =>
  (linkRoles as readonly string[]).includes(role) || (matchRoles as readonly string[]).includes(role)

/** SKOS S46: exact excludes broader, narrower and related; and nothing is both broader and narrower. */
function withoutContradictions(links: readonly SkosLink[], problems: string[]): SkosLink[] {
  const clash = [
    ['exact', 'broadMatch'],
    ['exact', 'narrowMatch'],
    ['exact', 'relatedMatch'],
    ['broadMatch', 'narrowMatch'],
  ] as const
  const byTarget = Map.groupBy(links, ({ target }) => target)
  const dropped = new Set<SkosLink>()
  for (const [target, all] of [...byTarget].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const [one, other] of clash) {
      const pair = all.filter(({ relation }) => relation === one || relation === other)
      if (pair.length < 2) continue
      problems.push(`It says both ${one} and ${other} of ${target}: neither is used.`)
      for (const link of pair) dropped.add(link)
    }
  }
  return links
    .filter((link) => !dropped.has(link))
    .sort((a, b) => (a.relation < b.relation ? -1 : a.relation > b.relation ? 1 : a.target < b.target ? -1 : 1))
}

function oneSuccessor(subject: string, { said, backwards }: Part, problems: string[]): string | null {
  const all = iris([...nodesOf(said, 'replacedBy'), ...nodesOf(backwards, 'replacedBy')]).filter((one) => one !== subject)
  if (all.length > 1) problems.push(`It is replaced by ${all.length} others; only ${all[0]} can take its place.`)
  return all[0] ?? null
}

function notationsOf(said: readonly Said[], problems: string[]): { text: string; datatype: string }[] {
  const found = new Map<string, { text: string; datatype: string }>()
  for (const one of said) {
    if (one[0] !== 'notation' || one.length !== 4) continue
    const [, given, , datatype] = one
    const text = given.trim()
    const problem = textProblem(text, longestLabel)
    if (problem === undefined) found.set(`${text}\u0000${datatype}`, { text, datatype })
    else problems.push(`notation ${JSON.stringify(text.slice(0, 60))}: ${problem}`)
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

function nodesOf(said: readonly Said[], role: Role): string[] {
  return said.flatMap((one) => (one[0] === role && one.length === 2 ? [one[1]] : []))
}

function iris(nodes: readonly string[]): string[] {
  return [...new Set(nodes.filter((node) => !node.startsWith('_:') && isIri(node)))].sort()
}

export function isIri(text: string): boolean {
  return text.length <= longestIri && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}\ufffd]+$/iu.test(text)
}
