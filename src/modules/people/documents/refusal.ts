/** Why a CV file cannot be read, as far as somebody can do something about it. */
export const refusalReasons = [
  'empty',
  'tooLarge',
  'kind',
  'oldWord',
  'encrypted',
  'noText',
  'damaged',
  'tooLong',
  'tooMuch',
  'json',
  'xml',
  'busy',
] as const

export type RefusalReason = (typeof refusalReasons)[number]

/** Thrown while reading a file, in the thread that reads. It holds no word of the file. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly reason: RefusalReason
  constructor(reason: RefusalReason) {
    super(reason)
    this.reason = reason
  }
}
