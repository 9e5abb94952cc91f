import sax, { type Tag } from 'sax'
import { cvFileLimits } from './limits.ts'
import { Refused } from './refusal.ts'

/** An element of a Europass file. Names are without their prefix. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

/** Who somebody is, their photo and papers, employers and schools by name: never kept, not even while reading. */
const neverRead: ReadonlySet<string> = new Set([
  ...['Identification', 'PersonName', 'PersonContact', 'Communication', 'BirthDate', 'GenderCode', 'NationalityCode', 'Photo'],
  ...['Employer', 'Organisation', 'OrganizationName', 'OrganizationContact', 'CandidateSupplier', 'EmploymentReferences'],
  ...[
    'Attachment',
    'AttachmentList',
    'EmbeddedData',
    'CoverLetter',
    'DocumentInfo',
    'PrintingPreferences',
    'RenderingInformation',
  ],
])

/**
 * XML as a tree, without what is never read.
 * @throws Refused when it is not well-formed, declares a document type or entities, or is larger or deeper than a CV can be
 */
export function xmlTree(xml: string): XmlElement {
  const parser = sax.parser(true, { strictEntities: true, position: false } as sax.SAXOptions)
  const root = element('', {})
  const open: XmlElement[] = [root]
  let skipped = 0
  let count = 0
  parser.onopentag = (tag) => {
    if (++count > cvFileLimits.xmlElements || open.length + skipped > cvFileLimits.xmlDepth) throw new Refused('tooMuch')
    if (skipped > 0 || neverRead.has(localOf(tag.name))) {
      skipped++
      return
    }
    const opened = element(localOf(tag.name), attributesOf(tag as Tag))
    open.at(-1)?.children.push(opened)
    open.push(opened)
  }
  parser.onclosetag = () => {
    if (skipped > 0) skipped--
    else open.pop()
  }
  const add = (text: string): void => {
    const inside = open.at(-1)
    if (inside && skipped === 0) inside.text += text
  }
  parser.ontext = add
  parser.oncdata = add
  const refuse = (): never => {
    throw new Refused('damaged')
  }
  parser.ondoctype = refuse
  parser.onerror = refuse
  parser.write(xml).close()
  return root.children[0] ?? refuse()
}

function element(name: string, attributes: Record<string, string>): XmlElement {
  return { name, attributes, children: [], text: '' }
}

function attributesOf(tag: Tag): Record<string, string> {
  return Object.fromEntries(Object.entries(tag.attributes).map(([name, value]) => [localOf(name), value]))
}

const localOf = (name: string): string => name.slice(name.indexOf(':') + 1)

/** All elements at a path of names below these. */
export function all(elements: XmlElement | readonly XmlElement[], path: string): XmlElement[] {
  let found: readonly XmlElement[] = [elements].flat() as XmlElement[]
  for (const name of path.split('/')) found = found.flatMap(({ children }) => children.filter((child) => child.name === name))
  return [...found]
}

/** The text of the first element at a path, trimmed; undefined when there is none. */
export function textAt(inside: XmlElement, path: string): string | undefined {
  const text = all(inside, path)
    .map((one) => one.text.trim())
    .find((one) => one !== '')
  return text
}
