import { type FileUpload, parseFormData } from '@remix-run/form-data-parser'
import { data } from 'react-router'
import { cvFileLimits } from '../../modules/people/index.ts'

/** What the form of the CV page sent. */
export interface CvForm {
  readonly isConfirm: boolean
  /** What is ticked, when it confirms. */
  readonly keys: readonly string[]
  /** The bytes of the chosen file, also when it is empty; its name is not looked at. */
  readonly file?: Uint8Array
  /** Pasted text, or what was read before and now is confirmed. */
  readonly source: string
  readonly kind: 'text' | 'resume'
}

/** The file, the text beside it, and the lines of the form around them. */
const mostFormBytes = cvFileLimits.fileBytes + 1_000_000
/** One tick for each thing that was read, and the few other fields. */
const mostFields = 2_000

/**
 * Reads the form in memory: a file is never written to disk. A form that is too large is received to its end without being kept, because a
 * browser shows no answer before it has sent all.
 * @throws a 400 when it is no form of ours
 */
export async function readCvForm(request: Request): Promise<CvForm | 'tooLarge'> {
  if (!(Number(request.headers.get('content-length')) <= mostFormBytes)) {
    await receive(request)
    return 'tooLarge'
  }
  const form = await parse(request)
  const file = form.get('file')
  const isChosen = file instanceof File && (file.size > 0 || file.name !== '')
  return {
    isConfirm: form.get('intent') === 'confirm',
    keys: form.getAll('key').map(String),
    source: String(form.get('source') ?? ''),
    kind: form.get('kind') === 'resume' ? 'resume' : 'text',
    ...(isChosen ? { file: new Uint8Array(await file.arrayBuffer()) } : {}),
  }
}

async function receive(request: Request): Promise<void> {
  try {
    for await (const _ of request.body ?? []);
  } catch {
    throw data(null, { status: 400 })
  }
}

async function parse(request: Request): Promise<FormData> {
  const limits = { maxFiles: 1, maxFileSize: mostFormBytes, maxTotalSize: mostFormBytes, maxParts: mostFields }
  try {
    return await parseFormData(request, limits, (file: FileUpload) => (file.fieldName === 'file' ? file : null))
  } catch {
    throw data(null, { status: 400 })
  }
}
