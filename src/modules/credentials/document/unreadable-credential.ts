import { Invalid } from '../../../platform/index.ts'
import { credentialLimits } from './limits.ts'

const { fileBytes, documentBytes } = credentialLimits

const messages = {
  empty: 'The file is empty. Choose another.',
  tooLarge: `The file is larger than ${fileBytes / 1_000_000} MB. A badge is smaller: choose the file as you got it.`,
  kind: 'This is no kind of file that a badge comes in. Use JSON, JWT, or a picture (PNG or SVG) with a badge in it.',
  noBadge: 'There is no badge in this picture. Download it again from where you got it: a screenshot loses what is in it.',
  damaged: 'The file is damaged or not whole. Download it again from where you got it.',
  tooMuch: `There is more in it than a badge holds: at most ${documentBytes / 1_000_000} MB unpacked, and not nested this deep.`,
  json: 'What is in it is no readable JSON. Download it again from where you got it.',
  jwt: 'This looks like a signed text (JWT), but its parts cannot be read. Copy all of it, with both full stops.',
  notCredential: 'This is JSON, but no credential: it says nothing about who got what from whom.',
} as const

export type UnreadableReason = keyof typeof messages

/** A file in which no credential can be read. `reason` is for who has own words for it; it holds no word of the file. */
export class UnreadableCredential extends Invalid {
  readonly reason: UnreadableReason
  constructor(reason: UnreadableReason) {
    super('file', messages[reason])
    this.reason = reason
  }
}
