import { Invalid } from '../../platform/index.ts'
import { cvFileLimits, type RefusalReason, readCvFile, UnreadableCv } from '../people/index.ts'

const megabytes = cvFileLimits.fileBytes / 1_000_000

const messages: Readonly<Record<RefusalReason, string>> = {
  empty: 'The file is empty.',
  tooLarge: `The file is larger than ${megabytes} MB. Save it without pictures, or paste the text.`,
  kind: 'This is no kind of file that can be read. Use plain text, Word (.docx) or PDF.',
  oldWord: 'This is an old Word file (.doc), or one with a password. Save it as .docx or PDF without a password.',
  encrypted: 'The PDF has a password. Save it without one, or paste the text.',
  noText: 'There is no text in it; it is a picture. Paste the text.',
  damaged: 'The file is damaged or not whole. Save it again from the program it was made in.',
  tooLong: `There is more in it than a vacancy holds: at most ${cvFileLimits.pages} pages.`,
  tooMuch: 'Reading it takes too much: it unpacks to far more than a vacancy holds, or takes too long. Paste the text.',
  json: 'This is JSON. Use plain text, Word (.docx) or PDF.',
  xml: 'This is XML. Use plain text, Word (.docx) or PDF.',
  busy: 'Too many files are being read at this moment. Try again in a minute.',
}

/** A file that cannot be read as a vacancy. `reason` is for who has own words for it; the message says what to do in English. */
export class UnreadableVacancy extends Invalid {
  readonly reason: RefusalReason
  constructor(reason: RefusalReason, path?: string) {
    super(path ?? 'file', path === undefined ? messages[reason] : `${path}: ${messages[reason]}`)
    this.reason = reason
  }
}

/**
 * The text of a file (plain text, Word, PDF), known by its content and read as CV files are: in a thread of its own, with bounds on time and memory.
 * @param file the bytes, or the path of a file
 * @throws UnreadableVacancy with the reason; Invalid when the path cannot be read
 */
export async function readVacancyFile(file: Uint8Array | string): Promise<string> {
  const path = typeof file === 'string' ? file : undefined
  try {
    const content = await readCvFile(file)
    if ('text' in content) return content.text
  } catch (error) {
    throw error instanceof UnreadableCv ? new UnreadableVacancy(error.reason, path) : error
  }
  throw new UnreadableVacancy('kind', path)
}
