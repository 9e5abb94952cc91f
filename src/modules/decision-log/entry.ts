import type { Role } from '../permissions/index.ts'

/** What happened. People read it in words: `src/web/words/who-saw.ts`. */
export const decisionKinds = [
  /** A list of people without names, for a vacancy. */
  'people-shown',
  /** Vacancies that were found for a person, shown to somebody else than that person, as an adviser. */
  'vacancies-shown',
  /** One profile without a name. */
  'profile-shown',
  /** Fields that a person released for an introduction. */
  'release-read',
  /** Accommodation needs that a person released. The needs themselves are never in the log. */
  'needs-read',
  /** Plans of a person, read by an adviser. */
  'plans-read',
  /** Parts of earlier entries were removed: erasure, or the end of their term. */
  'parts-removed',
] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** Kinds of data that somebody can have seen of a person. */
export const dataKinds = [
  'skills',
  'evidence',
  'diplomas',
  'experience',
  'languages',
  'region',
  'terms',
  'plans',
  'introductions',
  'name',
  'email',
  'phone',
  'messages',
  'needs',
] as const
export type DataKind = (typeof dataKinds)[number]

/** Why something was shown: for which vacancy, in which introduction. */
export interface Why {
  readonly vacancy?: string | undefined
  readonly introduction?: string | undefined
}

/** What is written down when something about people is shown. */
export interface DecisionEntry {
  readonly what: DecisionKind
  /** To whom. The role is the one in which a member looked; a key stands for a program of the organisation. */
  readonly by: {
    readonly organisation?: string | undefined
    readonly account?: string | undefined
    readonly key?: string | undefined
    readonly role?: Role | undefined
  }
  /** Accounts of the people concerned. */
  readonly about: readonly string[]
  /** Hash of the input that the answer was made from. */
  readonly inputHash: string
  readonly versions: { readonly engine: string; readonly taxonomy: string; readonly transfer: string }
  /** What was shown, as far as it is of nobody in particular: the vacancy, the filter, the counts. What could point to one person stands in `shown`. */
  readonly payload: unknown
  /** What was shown of each person, by account: their place in the list, handle, fit, reasons. Goes when that person erases, without touching the others. */
  readonly shown?: Readonly<Record<string, unknown>> | undefined
  /** What kinds of data, as the person will read it. Left out: those that always go with `what`. */
  readonly kinds?: readonly DataKind[] | undefined
  readonly why?: Why | undefined
}

const anonymousProfile: readonly DataKind[] = ['skills', 'evidence', 'diplomas', 'experience', 'languages', 'region', 'terms']

/** What always goes with a kind of entry. */
export const presetKinds: Readonly<Record<DecisionKind, readonly DataKind[]>> = {
  'people-shown': anonymousProfile,
  'profile-shown': anonymousProfile,
  'vacancies-shown': ['plans'],
  'plans-read': ['plans'],
  'release-read': ['name'],
  'needs-read': ['needs'],
  'parts-removed': [],
}

/** One time that somebody saw something of a person, as that person may read it. */
export interface Seen {
  readonly entry: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly what: DecisionKind
  /** Id and name; the name is missing once the organisation is gone. */
  readonly organisation?: { readonly id: string; readonly name?: string }
  /** As whom the member looked; a program looked with a key. The member's name is not told: README.md says why. */
  readonly role?: Role | 'program'
  readonly kinds: readonly DataKind[]
  readonly why: Why
}
