import { type DefaultTreeAdapterMap, parse, serialize } from 'parse5'
import type { FoundRecord } from '../intake/record-format.ts'
import { postingsInJson } from './json-postings.ts'
import type { JsonObject } from './posting-fields.ts'

type Element = DefaultTreeAdapterMap['element']
type Node = DefaultTreeAdapterMap['node']

/** The postings of a page: JSON-LD in scripts; where there is none, microdata. */
export function* postingsInHtml(name: string, html: string): Generator<FoundRecord> {
  const page = parse(html, { sourceCodeLocationInfo: true })
  const elements = [...elementsIn(page)]
  let any = false
  for (const element of elements) {
    if (element.tagName !== 'script' || !/^application\/ld\+json\b/i.test(attribute(element, 'type') ?? '')) continue
    const text = textIn(element)
    const line = element.sourceCodeLocation?.startTag?.endLine ?? 1
    for (const found of postingsInJson(name, unwrapped(text), line)) {
      // A broken script about something else is none of our business.
      if (found.problem !== undefined && !text.includes('JobPosting')) continue
      any = true
      yield { ...found, place: found.content ? `${name}:${line}` : found.place }
    }
  }
  if (any) return
  for (const element of elements) {
    if (!/\/JobPosting$/.test(attribute(element, 'itemtype') ?? '')) continue
    yield { place: `${name}:${element.sourceCodeLocation?.startLine ?? 1}`, format: 'jobposting', content: itemOf(element, 0) }
  }
}

function* elementsIn(root: Node): Generator<Element> {
  const work: Node[] = [root]
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if ('tagName' in next) yield next
    if ('childNodes' in next) for (let at = next.childNodes.length - 1; at >= 0; at--) work.push(next.childNodes[at]!)
  }
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value
}

function textIn(node: Node): string {
  const pieces: string[] = []
  const work: Node[] = [node]
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (next.nodeName === '#text') pieces.push((next as DefaultTreeAdapterMap['textNode']).value)
    if ('childNodes' in next) for (let at = next.childNodes.length - 1; at >= 0; at--) work.push(next.childNodes[at]!)
  }
  return pieces.join('')
}

/** Without the comment or CDATA marks that some pages put around their script; line breaks before it stay, so lines still count. */
function unwrapped(script: string): string {
  const begun = script.replace(/^(\s*)(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)/, '$1')
  return withoutEnd(withoutEndMark(begun.trimEnd()), ';')
}

// Step by step: one pattern for all of it would look at a long run of spaces again from each of them.
function withoutEndMark(script: string): string {
  if (script.endsWith('-->')) return script.slice(0, -3).trimEnd()
  const inside = withoutEnd(script, '*/')
  if (!inside.endsWith(']]>')) return script
  return withoutEnd(withoutEnd(inside.slice(0, -3).trimEnd(), '//'), '/*')
}

function withoutEnd(text: string, end: string): string {
  return text.endsWith(end) ? text.slice(0, -end.length).trimEnd() : text
}

/** Texts whose lists and line breaks matter. */
const longTexts = new Set(
  'description responsibilities qualifications skills educationRequirements experienceRequirements jobBenefits incentiveCompensation'.split(
    ' ',
  ),
)
const deepest = 12

/** Microdata as the JSON-LD it stands for. */
function itemOf(scope: Element, depth: number): JsonObject {
  const item: Record<string, unknown> = { '@type': (attribute(scope, 'itemtype') ?? '').replace(/^.*\//, '') }
  const work: Node[] = scope.childNodes.toReversed()
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    if (!('tagName' in next)) continue
    const names = (attribute(next, 'itemprop') ?? '').split(/\s+/).filter((name) => /^[a-z]/i.test(name))
    const isScope = attribute(next, 'itemscope') !== undefined
    for (const name of names) add(item, name, isScope && depth < deepest ? itemOf(next, depth + 1) : propertyOf(next, name))
    if (!isScope) work.push(...next.childNodes.toReversed())
  }
  return item
}

function add(item: Record<string, unknown>, name: string, value: unknown): void {
  const there = item[name]
  if (there === undefined) item[name] = value
  else if (Array.isArray(there)) there.push(value)
  else item[name] = [there, value]
}

/** Which attribute holds the value, by element; otherwise the text does. */
const valueAttributes: ReadonlyMap<string, string> = new Map([
  ['a', 'href'],
  ['link', 'href'],
  ['img', 'src'],
  ['time', 'datetime'],
  ['data', 'value'],
])

function propertyOf(element: Element, name: string): string {
  const said = attribute(element, 'content') ?? attribute(element, valueAttributes.get(element.tagName) ?? '')
  if (said !== undefined) return said
  return longTexts.has(name) ? serialize(element) : textIn(element).replace(/\s+/g, ' ').trim()
}
