import sax, { type Tag } from 'sax'

/** An element of a small piece of XML. Names are without their prefix. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own text, trimmed. */
  readonly text: string
}

interface Growing {
  name: string
  attributes: Record<string, string>
  children: Growing[]
  text: string
}

const mostElements = 20_000

/**
 * A piece of XML as a tree. Prefixes may be declared around the piece, so they are not looked at here: whoever took the piece out did.
 * @returns undefined when it is not well-formed or holds more than 20,000 elements
 */
export function parseXml(xml: string): XmlElement | undefined {
  const parser = sax.parser(true, { strictEntities: true, position: false } as sax.SAXOptions)
  const open: Growing[] = []
  let root: Growing | undefined
  let count = 0
  let failed = false
  parser.onopentag = (tag) => {
    const element = { name: localOf(tag.name), attributes: attributesOf(tag as Tag), children: [], text: '' }
    if (++count > mostElements) failed = true
    else if (open.length > 0) open.at(-1)?.children.push(element)
    else root = element
    open.push(element)
  }
  parser.onclosetag = () => {
    open.pop()
  }
  const add = (text: string): void => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.ontext = add
  parser.oncdata = add
  parser.ondoctype = () => {
    failed = true
  }
  parser.onerror = () => {
    failed = true
    parser.error = null as never
  }
  parser.write(xml).close()
  return failed || !root ? undefined : trimmed(root)
}

/** Pieces were taken out at most 64 deep. */
function trimmed({ name, attributes, children, text }: Growing): XmlElement {
  return { name, attributes, children: children.map(trimmed), text: text.trim() }
}

function attributesOf(tag: Tag): Record<string, string> {
  return Object.fromEntries(Object.entries(tag.attributes).map(([name, value]) => [localOf(name), value]))
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** All elements at a path of names below this one. */
export function all(element: XmlElement | undefined, path: string): XmlElement[] {
  let found = element ? [element] : []
  for (const name of path.split('/')) found = found.flatMap(({ children }) => children.filter((child) => child.name === name))
  return found
}

export function first(element: XmlElement | undefined, path: string): XmlElement | undefined {
  return all(element, path)[0]
}

/** The text at a path; undefined when there is none. */
export function textAt(element: XmlElement | undefined, path: string): string | undefined {
  return all(element, path).find(({ text }) => text !== '')?.text
}
