import type { ActingDatabase } from '../../platform/index.ts'
import type { Introduction } from './introduction.ts'

/** What a message is about. Each has a template of its name in `modules/mail/templates`. */
export type Notice =
  /** To the organisation: somebody asks to meet. */
  | 'asked'
  /** To the person: an organisation asks, or an educator or adviser suggests. */
  | 'invited'
  | 'suggested'
  /** To the other side: a yes; a yes to a training or to the job that waits for theirs; a new message; a released field. */
  | 'accepted'
  | 'said-yes'
  | 'agreed'
  | 'message'
  | 'released'
  /** To the person, with the next plan: a no. To the organisation: the person stopped. */
  | 'declined'
  | 'stopped'
  /** To the organisation: reminders, and that its vacancy stands still. */
  | 'nudge-first'
  | 'nudge-last'
  | 'vacancy-paused'
  /** To the person, with the next plan: no answer came. To both: it ended without one. */
  | 'overdue'
  | 'expired'

/**
 * Writes a message down in the transaction of its cause; it is sent afterwards. `to` is a side: of an organisation all recruiters and owners.
 * `mark` tells two of one kind apart (the day of a question, the id of a message).
 */
export type Tell = (
  inside: ActingDatabase,
  notice: Notice,
  to: 'person' | 'organisation',
  about: Introduction,
  mark: string,
) => Promise<void>
