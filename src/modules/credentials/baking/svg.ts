import sax, { type QualifiedTag } from 'sax'
import { credentialLimits } from '../document/limits.ts'
import { UnreadableCredential } from '../document/unreadable-credential.ts'

/** Source: Open Badges 3.0, Baked Badge, SVG. */
const namespace = 'https://purl.imsglobal.org/ob/v3p0'
const svgNamespace = 'http://www.w3.org/2000/svg'

/** A document type with declarations in it: how XML is made to explode. One that only names itself is common in SVG. */
const declares = /\[|ENTITY/i

const compactJwt = /^[\w-]+\.[\w-]+\.[\w-]*$/

/**
 * The drawing with a credential in it.
 * @param text the JSON of a credential with its proof, or a JWT
 * @throws UnreadableCredential when it is no SVG, or has a credential in it already
 */
export function bakeSvg(svg: string, text: string): string {
  const standing = readSvg(svg)
  if (!standing.isSvg || standing.credential !== undefined) throw new UnreadableCredential('damaged')
  const at = standing.afterRoot
  const badge = compactJwt.test(text)
    ? `<openbadges:credential xmlns:openbadges="${namespace}" verify="${text}"/>`
    : `<openbadges:credential xmlns:openbadges="${namespace}"><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></openbadges:credential>`
  return `${svg.slice(0, at)}${badge}${svg.slice(at)}`
}

/**
 * The credential in a drawing. It is parsed only: nothing of it is drawn or run.
 * @throws UnreadableCredential
 */
export function unbakeSvg(svg: string): string {
  const { isSvg, credential } = readSvg(svg)
  if (!isSvg) throw new UnreadableCredential('kind')
  if (credential === undefined || credential.trim() === '') throw new UnreadableCredential('noBadge')
  return credential
}

interface ReadSvg {
  isSvg: boolean
  /** Where what is inside the outermost element begins. */
  afterRoot: number
  credential: string | undefined
}

function readSvg(svg: string): ReadSvg {
  const parser = sax.parser(true, { xmlns: true, strictEntities: true, position: true } as sax.SAXOptions)
  const read: ReadSvg = { isSvg: false, afterRoot: 0, credential: undefined }
  let depth = 0
  let count = 0
  let inside = false
  parser.onopentag = (opened) => {
    const tag = opened as QualifiedTag
    depth++
    if (++count > credentialLimits.values || depth > credentialLimits.depth) throw new UnreadableCredential('tooMuch')
    if (depth === 1) {
      read.isSvg = tag.local === 'svg' && tag.uri === svgNamespace
      read.afterRoot = parser.position
    }
    inside = tag.uri === namespace && tag.local === 'credential' && read.credential === undefined
    if (inside) read.credential = tag.attributes.verify?.value ?? ''
  }
  parser.onclosetag = () => {
    depth--
    inside = false
  }
  const add = (text: string): void => {
    if (inside) read.credential += text
  }
  parser.ontext = add
  parser.oncdata = add
  parser.ondoctype = (text) => {
    if (declares.test(text)) throw new UnreadableCredential('damaged')
  }
  parser.onerror = () => {
    throw new UnreadableCredential(read.isSvg ? 'damaged' : 'kind')
  }
  parser.write(svg).close()
  return read
}
