/** For tests: statements as data, written in any of the four syntaxes. All of it is made up. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TaxonomyFormat } from './read-triples.ts'

/** Subject, property, and a node or a text with its language or datatype. All IRIs in full. */
export type Statement = readonly [subject: string, property: string, object: string | StatementText]
export interface StatementText {
  readonly text: string
  readonly language?: string
  readonly datatype?: string
}

export const skos = (name: string): string => `http://www.w3.org/2004/02/skos/core#${name}`
export const cnlo = (name: string): string => `https://linkeddata.competentnl.nl/def/competentnl#${name}`
export const dct = (name: string): string => `http://purl.org/dc/terms/${name}`
export const xl = (name: string): string => `http://www.w3.org/2008/05/skos-xl#${name}`
export const deprecated = 'http://www.w3.org/2002/07/owl#deprecated'
export const isTrue: StatementText = { text: 'true', datatype: 'http://www.w3.org/2001/XMLSchema#boolean' }
export const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
export const ex = (name: string): string => `http://example.org/${name}`
export const nl = (text: string): StatementText => ({ text, language: 'nl' })
export const en = (text: string): StatementText => ({ text, language: 'en' })

/** A concept with a Dutch label, and what more is said of it. */
export function concept(
  id: string,
  label: string,
  ...more: (readonly [property: string, object: string | StatementText])[]
): Statement[] {
  return [
    [id, rdfType, skos('Concept')],
    [id, skos('prefLabel'), nl(label)],
    ...more.map(([property, object]): Statement => [id, property, object]),
  ]
}

const endings: Readonly<Record<TaxonomyFormat, string>> = { turtle: 'ttl', ntriples: 'nt', jsonld: 'jsonld', rdfxml: 'rdf' }

/** Writes a file and gives its path. */
export function writeTaxonomy(statements: readonly Statement[], format: TaxonomyFormat = 'ntriples'): string {
  return writeText(`taxonomy.${endings[format]}`, writers[format](statements))
}

export function writeText(name: string, content: string | Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), 'schakel-skos-')), name)
  writeFileSync(path, content)
  return path
}

const writers: Readonly<Record<TaxonomyFormat, (statements: readonly Statement[]) => string>> = {
  ntriples: (statements) => statements.map(line).join(''),
  turtle,
  jsonld,
  rdfxml,
}

const node = (id: string): string => (id.startsWith('_:') ? id : `<${id}>`)
const literal = ({ text, language, datatype }: StatementText): string =>
  JSON.stringify(text) + (language === undefined ? (datatype === undefined ? '' : `^^<${datatype}>`) : `@${language}`)

function line([subject, property, object]: Statement): string {
  return `${node(subject)} <${property}> ${typeof object === 'string' ? node(object) : literal(object)} .\n`
}

/** With prefixes, semicolons and commas where statements of a subject follow each other. */
function turtle(statements: readonly Statement[]): string {
  const head = `@prefix skos: <${skos('')}> .\n@prefix cnlo: <${cnlo('')}> .\n\n`
  const name = (property: string): string =>
    property === rdfType ? 'a' : property.startsWith(skos('')) ? `skos:${property.slice(skos('').length)}` : `<${property}>`
  let text = head
  statements.forEach(([subject, property, object], at) => {
    const before = statements[at - 1]
    const value = typeof object === 'string' ? node(object) : literal(object)
    if (before?.[0] !== subject) text += `${at === 0 ? '' : ' .\n'}${node(subject)} ${name(property)} ${value}`
    else if (before[1] !== property) text += ` ;\n  ${name(property)} ${value}`
    else text += ` , ${value}`
  })
  return statements.length === 0 ? head : `${text} .\n`
}

function jsonld(statements: readonly Statement[]): string {
  const items = [...Map.groupBy(statements, ([subject]) => subject)].map(([subject, of]) => ({
    '@id': subject,
    ...Object.fromEntries(
      [...Map.groupBy(of, ([, property]) => property)].map(([property, all]) => [
        property === rdfType ? '@type' : property.replace(skos(''), 'skos:'),
        all.map(([, , object]) => {
          if (typeof object === 'string') return property === rdfType ? object : { '@id': object }
          const { text, language, datatype } = object
          return {
            '@value': text,
            ...(language === undefined ? {} : { '@language': language }),
            ...(datatype === undefined ? {} : { '@type': datatype }),
          }
        }),
      ]),
    ),
  }))
  return JSON.stringify({ '@context': { skos: skos('') }, '@graph': items }, undefined, 1)
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')

function rdfxml(statements: readonly Statement[]): string {
  const lines = statements.map(([subject, property, object]) => {
    const cut = Math.max(property.lastIndexOf('#'), property.lastIndexOf('/')) + 1
    const name = `p:${property.slice(cut)} xmlns:p="${escaped(property.slice(0, cut))}"`
    const about = subject.startsWith('_:') ? `rdf:nodeID="${subject.slice(2)}"` : `rdf:about="${escaped(subject)}"`
    return `<rdf:Description ${about}>${xmlValue(name, object)}</rdf:Description>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF xmlns:rdf="${rdfType.slice(0, -4)}">\n${lines.join('')}</rdf:RDF>\n`
}

function xmlValue(name: string, object: string | StatementText): string {
  if (typeof object === 'string') {
    return object.startsWith('_:') ? `<${name} rdf:nodeID="${object.slice(2)}"/>` : `<${name} rdf:resource="${escaped(object)}"/>`
  }
  const { text, language, datatype } = object
  const how =
    language === undefined ? (datatype === undefined ? '' : ` rdf:datatype="${escaped(datatype)}"`) : ` xml:lang="${language}"`
  return `<${name}${how}>${escaped(text)}</${name.split(' ', 1)[0]}>`
}
