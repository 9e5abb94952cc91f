import { type FileUpload, parseFormData } from '@remix-run/form-data-parser'
import { data } from 'react-router'
import { mostUploadBytes } from '../../modules/programme-desk/index.ts'

/** The file and the lines of the form around it. */
const mostFormBytes = mostUploadBytes + 1_000_000
/** A tick for each field of a report, and the few other fields. */
const mostFields = 5_000

/**
 * Reads a form with one file in memory: it is never written to disk. One that is too large is received to its end without being kept, because a browser
 * shows no answer before it has sent all.
 * @throws a 400 when it is no form of ours
 */
export async function readUploadForm(request: Request): Promise<FormData | 'tooLarge'> {
  const isFile = (request.headers.get('content-type') ?? '').startsWith('multipart/')
  if (!(Number(request.headers.get('content-length')) <= mostFormBytes)) {
    try {
      for await (const _ of request.body ?? []);
    } catch {
      throw data(null, { status: 400 })
    }
    return 'tooLarge'
  }
  if (!isFile) return request.formData()
  const limits = { maxFiles: 1, maxFileSize: mostFormBytes, maxTotalSize: mostFormBytes, maxParts: mostFields }
  try {
    return await parseFormData(request, limits, (file: FileUpload) => (file.fieldName === 'file' ? file : null))
  } catch {
    throw data(null, { status: 400 })
  }
}

/** The chosen file; undefined when none was. */
export async function fileIn(form: FormData): Promise<{ readonly name: string; readonly bytes: Uint8Array } | undefined> {
  const file = form.get('file')
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return undefined
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
