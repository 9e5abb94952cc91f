import mammoth from 'mammoth'
import { checkZip } from './check-zip.ts'
import { textOfMarkup } from './markup-text.ts'
import { Refused } from './refusal.ts'

/** Marks every Word file; an OpenDocument or a spreadsheet is a zip too. */
const documentPart = 'word/document.xml'

/**
 * The text of a Word file: body, tables, lists and notes. Pictures, comments, properties (author) and macros are not opened.
 * @throws Refused
 */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const names = await checkZip(bytes)
  if (!names.has(documentPart)) throw new Refused('kind')
  // Not `extractRawText`: it joins words around a line break, and cells of one row stand apart.
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    {
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      // The picture itself is never asked for.
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  )
  return textOfMarkup(value)
}
