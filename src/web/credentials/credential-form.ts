import { type FileUpload, parseFormData } from '@remix-run/form-data-parser'
import { data } from 'react-router'
import { credentialLimits, type FileForm } from '../../modules/credentials/index.ts'

/** What a form about credentials sent. */
export interface CredentialForm {
  readonly intent: string
  /** The bytes of the chosen file, or of the pasted text; undefined when there is neither. The name of a file is not looked at. */
  readonly bytes?: Uint8Array
  /** Pasted text, or what was read before and now is confirmed. */
  readonly source: string
  readonly fields: FormData
}

/** The file, and the texts beside it. */
const mostFormBytes = credentialLimits.fileBytes + 2 * credentialLimits.documentBytes
const mostFields = 200

/**
 * Reads the form in memory: a file is never written to disk. A form that is too large is received to its end without being kept, because a browser shows
 * no answer before it has sent all.
 * @throws a 400 when it is no form of ours
 */
export async function readCredentialForm(request: Request): Promise<CredentialForm | 'tooLarge'> {
  if (!(Number(request.headers.get('content-length')) <= mostFormBytes)) {
    await receive(request)
    return 'tooLarge'
  }
  const fields = await parse(request)
  const file = fields.get('file')
  const source = String(fields.get('source') ?? '')
  const isChosen = file instanceof File && (file.size > 0 || file.name !== '')
  const text = source.trim() === '' ? undefined : new TextEncoder().encode(source)
  const bytes = isChosen ? new Uint8Array(await file.arrayBuffer()) : text
  return { intent: String(fields.get('intent') ?? ''), source, fields, ...(bytes === undefined ? {} : { bytes }) }
}

const forms: readonly string[] = ['json', 'jwt', 'png', 'svg'] satisfies readonly FileForm[]

/** The kind of file that a page carried along. */
export function formOf(text: FormDataEntryValue | null): FileForm {
  return typeof text === 'string' && forms.includes(text) ? (text as FileForm) : 'json'
}

async function receive(request: Request): Promise<void> {
  try {
    for await (const _ of request.body ?? []);
  } catch {
    throw data(null, { status: 400 })
  }
}

async function parse(request: Request): Promise<FormData> {
  if (!/^multipart\//i.test(request.headers.get('content-type') ?? '')) return request.formData()
  const limits = { maxFiles: 1, maxFileSize: mostFormBytes, maxTotalSize: mostFormBytes, maxParts: mostFields }
  try {
    return await parseFormData(request, limits, (file: FileUpload) => (file.fieldName === 'file' ? file : null))
  } catch {
    throw data(null, { status: 400 })
  }
}
