import { getDocumentProxy } from 'unpdf'
import { europassIn } from './europass.ts'
import { cvFileLimits } from './limits.ts'
import { linesOfPages, type Run } from './page-lines.ts'
import { Refused } from './refusal.ts'

const mostAttachments = 5

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/**
 * What a PDF says: the resume in the Europass file attached to it, or else the text of its pages in reading order. Scripts, forms, links,
 * pictures, fonts and properties (author) are not looked at.
 * @throws Refused
 */
export async function readPdf(bytes: Uint8Array): Promise<{ readonly resume: object } | { readonly text: string }> {
  const pdf = await open(bytes)
  if (pdf.numPages > cvFileLimits.pages) throw new Refused('tooLong')
  const resume = await attachedEuropass(pdf)
  if (resume) return { resume }
  const pages: Run[][] = []
  let letters = 0
  for (let page = 1; page <= pdf.numPages; page++) {
    const runs = await runsOf(pdf, page)
    letters += runs.reduce((sum, { text }) => sum + text.length, 0)
    if (letters > cvFileLimits.textBytes) throw new Refused('tooLong')
    pages.push(runs)
  }
  return { text: linesOfPages(pages).join('\n') }
}

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // A copy: the reader takes the memory over.
    return await getDocumentProxy(new Uint8Array(bytes), {
      enableXfa: false,
      disableFontFace: true,
      useSystemFonts: false,
      maxImageSize: 1,
      verbosity: 0,
    })
  } catch (error) {
    const { name } = error as Error
    throw new Refused(name === 'PasswordException' ? 'encrypted' : 'damaged')
  }
}

interface TextItem {
  readonly str: string
  /** Scale and slant, then where it begins: a b c d x y. */
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

async function runsOf(pdf: Pdf, number: number): Promise<Run[]> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  page.cleanup()
  return (items as readonly Partial<TextItem>[]).flatMap(({ str, transform, width = 0, height = 0 }) => {
    if (str === undefined || str.trim() === '' || !transform) return []
    const [a = 0, b = 0, , , x = 0, y = 0] = transform
    // Text on its side has its length upwards: it takes no width here.
    return [{ text: str, x, y, width: Math.abs(b) > Math.abs(a) ? 0 : width, height: height || Math.hypot(a, b) }]
  })
}

/** Europass writes the CV a second time into its PDF, as data. One that is damaged is passed over: the pages say the same. */
async function attachedEuropass(pdf: Pdf): Promise<object | undefined> {
  const attachments = await pdf.getAttachments()
  for (const id of [...(attachments?.keys() ?? [])].slice(0, mostAttachments)) {
    const content = await pdf.getAttachmentContent(id)
    const resume = content && europassIn(content)
    if (resume) return resume
  }
  return undefined
}
