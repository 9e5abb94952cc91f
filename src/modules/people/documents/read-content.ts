import { decodeLetters } from './decode-letters.ts'
import { europassOf } from './europass.ts'
import { isResume } from './is-resume.ts'
import { kindOfFile } from './kind-of-file.ts'
import { cvFileLimits } from './limits.ts'
import { Refused } from './refusal.ts'

/** What stands in a CV file: text, or the fields of a JSON Resume. */
export type CvContent = { readonly text: string } | { readonly resume: object }

/**
 * Reads a CV file of any kind that is known by its content. It opens nothing else: no file, no address.
 * @throws Refused; another error means that the file is damaged
 */
export async function readContent(bytes: Uint8Array): Promise<CvContent> {
  const content = await readByKind(bytes)
  if (!('text' in content)) return content
  if (content.text.trim() === '') throw new Refused('noText')
  if (Buffer.byteLength(content.text) > cvFileLimits.textBytes) throw new Refused('tooLong')
  return content
}

/** The readers of PDF and Word are large: each is loaded for a file that needs it. */
async function readByKind(bytes: Uint8Array): Promise<CvContent> {
  switch (kindOfFile(bytes)) {
    case 'pdf':
      return (await import('./read-pdf.ts')).readPdf(bytes)
    case 'zip':
      return { text: await (await import('./read-docx.ts')).readDocx(bytes) }
    case 'oldWord':
      throw new Refused('oldWord')
    case 'picture':
      throw new Refused('noText')
    case 'other':
      throw new Refused('kind')
    case 'letters':
      return readLetters(decodeLetters(bytes))
  }
}

function readLetters(text: string): CvContent {
  const start = text.trimStart().slice(0, 1)
  if (start === '<') return { resume: europassOf(text.trimStart()) }
  if (start !== '{') return { text }
  const json = parseJson(text)
  if (!isResume(json)) throw new Refused('json')
  return { resume: json }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused('json')
  }
}
