import { Conflict } from '../../../platform/index.ts'

const messages = {
  refused: 'This credential is not taken in: one of its checks failed. Look at what it says.',
  twice: 'You keep this credential already.',
  full: 'You keep as many credentials as fit. Remove one that you do not need any more.',
} as const

export type ImportReason = keyof typeof messages

/** Why a credential is not taken in. Pages have words for each. */
export class ImportRefused extends Conflict {
  readonly reason: ImportReason
  constructor(reason: ImportReason) {
    super(messages[reason])
    this.reason = reason
  }
}
