import { Invalid } from '../../../platform/index.ts'
import { cvFileLimits } from './limits.ts'
import type { RefusalReason } from './refusal.ts'

const { fileBytes, pages, textBytes } = cvFileLimits

const messages: Readonly<Record<RefusalReason, string>> = {
  empty: 'The file is empty. Choose another, or paste the text of the CV.',
  tooLarge: `The file is larger than ${fileBytes / 1_000_000} MB. Save it without pictures, or paste the text.`,
  kind: 'This is no kind of CV file that can be read. Use PDF, Word (.docx), Europass (.xml or PDF), JSON Resume or plain text.',
  oldWord: 'This is an old Word file (.doc), or one with a password. Save it as .docx or PDF without a password.',
  encrypted: 'The PDF has a password. Save it without one, or paste the text.',
  noText: 'There is no text in it; it is a picture. Scan it with text recognition, or paste the text.',
  damaged: 'The file is damaged or not whole. Save it again from the program it was made in.',
  tooLong: `There is more in it than a CV holds: at most ${pages} pages and ${textBytes / 1000} kB of text. Leave out what is not about work.`,
  tooMuch:
    'Reading it takes too much: it unpacks to far more than a CV holds, or takes too long. Save it anew, or paste the text.',
  json: 'This is JSON, but no JSON Resume (jsonresume.org).',
  xml: 'This is XML, but no Europass CV.',
  busy: 'Too many CV files are being read at this moment. Try again in a minute.',
}

/**
 * A CV file that cannot be read. `reason` is for who has own words for it; the message says what to do in English. `path`: of a file that has
 * one, for the message.
 */
export class UnreadableCv extends Invalid {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason, path?: string) {
    super(path ?? 'file', path === undefined ? messages[reason] : `${path}: ${messages[reason]}`)
    this.reason = reason
  }
}
