import { Invalid } from '../../platform/index.ts'

/** Why a field cannot be kept, where its name alone does not say it; pages have words for each. */
export type FieldReason =
  | 'email'
  | 'freeMail'
  | 'otherWebsite'
  | 'demoAddress'
  | 'roles'
  | 'keyName'
  | 'scopes'
  | 'days'
  | 'overlap'

export class WrongField extends Invalid {
  readonly reason: FieldReason
  constructor(where: string, reason: FieldReason, message: string) {
    super(where, message, [{ where, message }])
    this.reason = reason
  }
}
