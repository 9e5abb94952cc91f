import { Conflict } from '../../platform/index.ts'

/** Why a step cannot be taken now; pages have words for each (`src/web/words/introduction-forms.ts`). */
export type NotNowReason = 'notOpen' | 'openAlready' | 'manyOpen' | 'manyOpenOther' | 'vacancyFull' | 'moved' | 'noYesYet'

/** It is right in itself, and something stands in the way now. */
export class NotNow extends Conflict {
  readonly reason: NotNowReason
  constructor(reason: NotNowReason, message: string) {
    super(message)
    this.reason = reason
  }
}
