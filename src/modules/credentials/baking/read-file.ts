import { credentialLimits } from '../document/limits.ts'
import { type CredentialDocument, parseDocument } from '../document/parse-document.ts'
import { UnreadableCredential } from '../document/unreadable-credential.ts'
import { isPng, unbakePng } from './png.ts'
import { unbakeSvg } from './svg.ts'

export type FileForm = 'json' | 'jwt' | 'png' | 'svg'

export interface ReadFile extends CredentialDocument {
  readonly form: FileForm
}

/**
 * The credential in a file, known by its content: JSON, a JWT, or a picture with one of them in it. A picture is never drawn.
 * @throws UnreadableCredential with the reason
 */
export function readFile(bytes: Uint8Array): ReadFile {
  if (bytes.byteLength === 0) throw new UnreadableCredential('empty')
  if (bytes.byteLength > credentialLimits.fileBytes) throw new UnreadableCredential('tooLarge')
  if (isPng(bytes)) return { ...parseDocument(unbakePng(bytes)), form: 'png' }
  const text = textIn(bytes)
  if (/^\s*</.test(text)) return { ...parseDocument(unbakeSvg(text)), form: 'svg' }
  const document = parseDocument(text)
  return { ...document, form: document.jwt === undefined ? 'json' : 'jwt' }
}

function textIn(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (text.includes('\0')) throw new UnreadableCredential('kind')
    return text
  } catch {
    throw new UnreadableCredential('kind')
  }
}
