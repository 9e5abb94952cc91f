/** What is looked at of a credential, each by itself. */
export const checkNames = ['format', 'schema', 'dates', 'proof', 'issuer', 'status', 'subject'] as const
export type CheckName = (typeof checkNames)[number]

/** What could not be found out is never valid. */
export const verdicts = ['valid', 'invalid', 'cannotBeChecked', 'notPresent'] as const
export type Verdict = (typeof verdicts)[number]

/** Every answer that a check can give, with its verdict. Pages have words for each. */
export const checkAnswers = {
  format: { badge: 'valid', elm: 'valid', contextMissing: 'invalid', typeMissing: 'invalid' },
  schema: { complete: 'valid', fields: 'invalid' },
  dates: {
    within: 'valid',
    notYet: 'invalid',
    expired: 'invalid',
    unreadable: 'invalid',
    reversed: 'invalid',
    noDates: 'notPresent',
  },
  proof: {
    knownKey: 'valid',
    ownKey: 'valid',
    issuerKey: 'valid',
    suppliedKey: 'valid',
    didKey: 'valid',
    keyInDocument: 'cannotBeChecked',
    noKey: 'cannotBeChecked',
    kindUnknown: 'cannotBeChecked',
    contextUnknown: 'cannotBeChecked',
    tooMuch: 'cannotBeChecked',
    broken: 'invalid',
    undefinedTerm: 'invalid',
    wrongPurpose: 'invalid',
    algorithm: 'invalid',
    expiredProof: 'invalid',
    otherKey: 'invalid',
    keyRevoked: 'invalid',
    noProof: 'notPresent',
  },
  issuer: {
    known: 'valid',
    own: 'valid',
    document: 'valid',
    selfAsserted: 'cannotBeChecked',
    notResolved: 'cannotBeChecked',
    noAddress: 'cannotBeChecked',
    unreachable: 'cannotBeChecked',
    notProven: 'cannotBeChecked',
    otherKey: 'invalid',
    noIssuer: 'notPresent',
  },
  status: {
    notRevoked: 'valid',
    revoked: 'invalid',
    suspended: 'invalid',
    notResolved: 'cannotBeChecked',
    unreachable: 'cannotBeChecked',
    kindUnknown: 'cannotBeChecked',
    listNotProven: 'cannotBeChecked',
    noStatus: 'notPresent',
  },
  subject: {
    theirs: 'valid',
    notTheirs: 'invalid',
    cannotTell: 'cannotBeChecked',
    nobodyAsks: 'cannotBeChecked',
    noSubject: 'notPresent',
  },
} as const satisfies Readonly<Record<CheckName, Readonly<Record<string, Verdict>>>>

export type AnswerOf<Name extends CheckName> = Extract<keyof (typeof checkAnswers)[Name], string>

/** One check and what came out; of several names, one of theirs. */
export type Check<Name extends CheckName = CheckName> = {
  readonly [One in Name]: {
    readonly name: One
    readonly verdict: Verdict
    readonly answer: AnswerOf<One>
    /** What it is about: fields, contexts, a day, a host. Never more of the document than that. */
    readonly where?: readonly string[]
  }
}[Name]

export type Checks = { readonly [Name in CheckName]: Check<Name> } & {
  /** One answer per proof, in their order. */
  readonly proofs: readonly Check<'proof'>[]
}

export function answered<Name extends CheckName>(name: Name, answer: AnswerOf<Name>, where?: readonly string[]): Check<Name> {
  const byName: Readonly<Record<string, Verdict>> = checkAnswers[name]
  const verdict = byName[answer] ?? 'cannotBeChecked'
  return { name, verdict, answer, ...(where === undefined || where.length === 0 ? {} : { where }) } as Check<Name>
}
