import { type FileUpload, parseFormData } from '@remix-run/form-data-parser'
import { data } from 'react-router'
import { cvFileLimits } from '../../modules/people/index.ts'

/** The file, the text beside it, and the few other fields. */
const mostFormBytes = cvFileLimits.fileBytes + 1_000_000
const mostParts = 20

/**
 * Reads a form of the page in memory: a file is never written to disk. A form that is too large is received to its end without being kept, because a
 * browser shows no answer before it has sent all.
 * @throws a 400 when it is no form of ours
 */
export async function readCheckForm(request: Request): Promise<FormData | 'tooLarge'> {
  if (!(Number(request.headers.get('content-length')) <= mostFormBytes)) {
    await receive(request)
    return 'tooLarge'
  }
  const limits = { maxFiles: 1, maxFileSize: mostFormBytes, maxTotalSize: mostFormBytes, maxParts: mostParts }
  try {
    return await parseFormData(request, limits, (file: FileUpload) => (file.fieldName === 'file' ? file : null))
  } catch {
    throw data(null, { status: 400 })
  }
}

/** The bytes of the chosen file; undefined when none was chosen. */
export async function fileOf(form: FormData): Promise<Uint8Array | undefined> {
  const file = form.get('file')
  const isChosen = file instanceof File && (file.size > 0 || file.name !== '')
  return isChosen ? new Uint8Array(await file.arrayBuffer()) : undefined
}

async function receive(request: Request): Promise<void> {
  try {
    for await (const _ of request.body ?? []);
  } catch {
    throw data(null, { status: 400 })
  }
}
