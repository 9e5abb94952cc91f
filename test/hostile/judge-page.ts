/** Whether what was put in came out as text only: no element, attribute, script or address of somebody else's making in a page. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { mark } from './nasty-texts.ts'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

const addresses = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'srcdoc', 'data'])

/** What is wrong with a page, in words; empty when all is well. */
export function judgePage(html: string): string[] {
  const faults: string[] = []
  walk(parse(html) as Node, (node) => faults.push(...faultsOf(node)))
  return faults
}

function faultsOf(node: Node): string[] {
  if (node.nodeName === '#comment') return 'data' in node && node.data.includes(mark) ? ['a comment was opened'] : []
  if (!('tagName' in node)) return []
  const faults = node.attrs.flatMap(({ name, value }) => attributeFaults(node.tagName, name, value))
  if (node.tagName.includes(mark)) faults.push(`an element <${node.tagName}> was made`)
  if (node.tagName === 'script') faults.push(...scriptFaults(node))
  if (node.tagName === 'base' || node.tagName === 'iframe' || node.tagName === 'object')
    faults.push(`there is a <${node.tagName}>`)
  return faults
}

function attributeFaults(tag: string, name: string, value: string): string[] {
  if (name.startsWith('on') || name.includes(mark)) return [`<${tag}> got an attribute ${name}`]
  if (!addresses.has(name)) return []
  // As browsers read an address: white space and control signs before it and tabs within do not count.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const plain = value.replace(/[\u0000-\u0020]/g, '').toLowerCase()
  if (/^(javascript|vbscript):/.test(plain) || /^data:(?!image\/)/.test(plain))
    return [`<${tag} ${name}> runs ${value.slice(0, 60)}`]
  return tag === 'img' && plain.includes(mark) ? [`<img> from ${value.slice(0, 60)}`] : []
}

function scriptFaults(script: Element): string[] {
  const text = script.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
  const attribute = (name: string): string | undefined => script.attrs.find((one) => one.name === name)?.value
  if (attribute('type') === 'application/ld+json') return isJson(text) ? [] : ['the JSON-LD in a page is no JSON']
  // The policy of the site lets only scripts with its nonce run: one without it is not ours.
  if (text !== '' && !attribute('nonce')) return [`a script without nonce: ${text.slice(0, 60)}`]
  return new RegExp(`^\\s*${mark}\\(`).test(text) ? ['a script was put in'] : []
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  if ('content' in node) walk(node.content as Node, visit)
  if ('childNodes' in node) for (const child of node.childNodes) walk(child as Node, visit)
}
