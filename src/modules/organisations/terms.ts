/**
 * How long and how many, of organisations: all in this one place. None of it is law; each has its reason. Times in milliseconds.
 */
const day = 86_400_000

export const terms = {
  /** An invitation: long enough for a holiday, short enough that a forgotten mailbox opens nothing. */
  invitationMs: 14 * day,
  /** An employer that did not answer is not written to again by a bulk invitation within this time. */
  quietMs: 30 * day,
  /** The link that shows that an owner reads mail at a domain. */
  domainCheckMs: 2 * day,
  /** A file of employers with what became of each line; then it goes, with the addresses in it. */
  onboardingMs: 30 * day,
  /** An employer that a region or branch made, and of which nobody accepted: its row goes. Longer than `quietMs`, so that it can be asked twice. */
  awaitedMs: 90 * day,
  /** The longest life of an API key: a year, so that a lost one ends by itself. */
  keyMs: 366 * day,
  /** The time in which is counted how much mail an organisation sends to people who did not ask for it. */
  windowMs: 1 * day,
} as const

/** Within `terms.windowMs`: nobody's mailbox is filled by an organisation of which nothing was checked. */
export const mostMails = {
  invitationsOfUnverified: 10,
  invitationsOfVerified: 100,
  invitationsToOneAddress: 3,
  domainChecks: 5,
} as const

/** A file of employers to invite. */
export const onboardingLimits = { bytes: 1_000_000, lines: 2000, linesPerBatch: 50 } as const

/** Days that an old key may go on beside the new one. */
export const overlapDays = [0, 1, 7, 30] as const
