/** Why somebody says no: a list for each side, in words in `src/web/words/introductions.ts`. Nothing in it is about who somebody is. */
export const personReasons = ['tooFar', 'hours', 'wage', 'haveSomething', 'otherWork', 'noAnswer', 'ratherNotSay'] as const
export type PersonReason = (typeof personReasons)[number]

/** `skillMissing` and `term` name what: a skill or a term that the vacancy asks, never anything else. */
export const organisationReasons = [
  'skillMissing',
  'term',
  'someoneElse',
  'vacancyFilled',
  'vacancyWithdrawn',
  'trainingFirst',
] as const
export type OrganisationReason = (typeof organisationReasons)[number]

export type Reason = PersonReason | OrganisationReason

/** What somebody can report of a message or of the other side. */
export const reportKinds = ['askedMoney', 'discrimination', 'harassment', 'askedTooMuch', 'noRealJob', 'other'] as const
export type ReportKind = (typeof reportKinds)[number]

/** What a person can release, each by itself. */
export const releasable = ['name', 'email', 'phone'] as const
export type Releasable = (typeof releasable)[number]
