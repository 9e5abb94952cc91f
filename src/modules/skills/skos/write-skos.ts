import { type ConceptRow, recordSeparator, unitSeparator } from '../skills-store.ts'
import { isIri } from './skos-concept.ts'
import type { ConceptRest, Taxonomy } from './taxonomy-store.ts'

export const exportFormats = ['turtle', 'jsonld'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** A value of a property: another concept, or a text. */
export type ExportedValue =
  | { readonly iri: string }
  | { readonly text: string; readonly language?: string; readonly datatype?: string }

/** A concept as statements, in the order in which they are written. */
export interface ExportedConcept {
  readonly id: string
  readonly statements: readonly (readonly [property: string, values: readonly ExportedValue[]])[]
}

const prefixes: Readonly<Record<string, string>> = {
  cnlo: 'https://linkeddata.competentnl.nl/def/competentnl#',
  dct: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** What our own classes begin with; never a prefix: the URIs of our concepts begin so too. */
const ownNames = 'schakel:def/'

const labelNames: Readonly<Record<string, string>> = {
  preferred: 'skos:prefLabel',
  alternative: 'skos:altLabel',
  hidden: 'skos:hiddenLabel',
}

/** SKOS has no weights: those of CompetentNL have three. */
const relationNames: Readonly<Record<string, string>> = {
  broader: 'skos:broader',
  related: 'skos:related',
  exact: 'skos:exactMatch',
  close: 'skos:closeMatch',
  broadMatch: 'skos:broadMatch',
  narrowMatch: 'skos:narrowMatch',
  relatedMatch: 'skos:relatedMatch',
  essential: 'cnlo:requiresHATEssential',
  important: 'cnlo:requiresHATImportant',
  somewhat: 'cnlo:requiresHATSomewhat',
}

const classNames: Readonly<Record<string, string>> = {
  occupation: 'Occupation',
  group: 'Group',
  tool: 'Tool',
  language: 'Language',
  knowledge: 'Knowledge',
  capability: 'Capability',
}

/** One row of the record as statements. */
export function exportable(row: ConceptRow, rest: ConceptRest): ExportedConcept {
  const fields = (text: string | null): string[][] =>
    (text === null ? [] : text.split(recordSeparator)).sort().map((one) => one.split(unitSeparator))
  const own = classNames[row.type === 'skill' ? (row.kind ?? 'capability') : row.type] ?? 'Capability'
  const classes = [...new Set([`${ownNames}${own}`, ...(rest.classes ?? [])])]
  const notes =
    rest.notes ??
    Object.entries(JSON.parse(row.description) as Record<string, string>).map(
      ([language, text]) => ['definition', language, text] as const,
    )
  const notations = rest.notations ?? Object.entries(row.codes).map(([name, code]) => [code, `${ownNames}${name}`] as const)
  const said: [string, ExportedValue][] = [
    ...classes.map((iri): [string, ExportedValue] => ['rdf:type', { iri }]),
    ...fields(row.labels).map(([language = '', kind = '', label = '']): [string, ExportedValue] => [
      labelNames[kind] ?? 'skos:altLabel',
      textIn(label, language),
    ]),
    ...notes.map(([role, language, text]): [string, ExportedValue] => [
      role === 'description' ? 'dct:description' : `skos:${role}`,
      textIn(text, language),
    ]),
    ...notations.map(([text, datatype]): [string, ExportedValue] => [
      'skos:notation',
      datatype === '' || !isIri(datatype) ? { text } : { text, datatype },
    ]),
    ...(rest.inScheme ?? []).map((iri): [string, ExportedValue] => ['skos:inScheme', { iri }]),
    ...(rest.topOf ?? []).map((iri): [string, ExportedValue] => ['skos:topConceptOf', { iri }]),
    ...fields(row.relations).flatMap(([relation = '', , target = '']): [string, ExportedValue][] =>
      relationNames[relation] !== undefined && isIri(target) ? [[relationNames[relation], { iri: target }]] : [],
    ),
    ...(row.status === 'obsolete'
      ? [['owl:deprecated', { text: 'true', datatype: `${prefixes.xsd}boolean` }] as [string, ExportedValue]]
      : []),
    ...(row.replacedBy === null ? [] : [['dct:isReplacedBy', { iri: row.replacedBy }] as [string, ExportedValue]]),
  ]
  return { id: row.id, statements: grouped(said) }
}

function textIn(text: string, language: string): ExportedValue {
  return language === 'und' ? { text } : { text, language }
}

function grouped(said: readonly (readonly [string, ExportedValue])[]): [string, ExportedValue[]][] {
  return [...Map.groupBy(said, ([property]) => property)].map(([property, all]) => [property, all.map(([, value]) => value)])
}

/** A taxonomy as a file in SKOS, in pieces. */
export async function* writeSkos(
  taxonomy: Pick<Taxonomy, 'scheme' | 'version' | 'title' | 'uri' | 'licence'>,
  concepts: AsyncIterable<ExportedConcept>,
  format: ExportFormat,
): AsyncGenerator<string> {
  const uri = taxonomy.uri === '' ? `urn:schakel:taxonomy:${taxonomy.scheme}` : taxonomy.uri
  const scheme: ExportedConcept = {
    id: uri,
    statements: [
      ['dct:title', [{ text: taxonomy.title }]],
      ['owl:versionInfo', [{ text: taxonomy.version }]],
      ...(taxonomy.licence === ''
        ? []
        : [
            ['dct:license', [isIri(taxonomy.licence) ? { iri: taxonomy.licence } : { text: taxonomy.licence }]] as [
              string,
              ExportedValue[],
            ],
          ]),
    ],
  }
  const write = format === 'turtle' ? turtle : jsonLd
  yield write.head + write.subject(scheme, 'skos:ConceptScheme')
  for await (const concept of concepts) yield write.between + write.subject(concept, 'skos:Concept')
  yield write.tail
}

interface Writer {
  readonly head: string
  readonly between: string
  readonly tail: string
  subject(one: ExportedConcept, type: string): string
}

const turtle: Writer = {
  head: `${Object.entries(prefixes)
    .map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`)
    .join('\n')}\n\n`,
  between: '\n',
  tail: '',
  subject({ id, statements }, type) {
    const lines = statements.map(([property, values]) => {
      const written = values.map(turtleValue).join(', ')
      return property === 'rdf:type' ? '' : ` ;\n  ${property} ${written}`
    })
    const classes = statements.flatMap(([property, values]) => (property === 'rdf:type' ? values.map(turtleValue) : []))
    return `<${id}> a ${[type, ...classes].join(', ')}${lines.join('')} .\n`
  },
}

function turtleValue(value: ExportedValue): string {
  if ('iri' in value) return `<${value.iri}>`
  const text = `"${value.text.replace(/[\\"\n\r\t]/g, (sign) => turtleEscapes[sign] ?? sign)}"`
  if (value.language !== undefined) return `${text}@${value.language}`
  return value.datatype === undefined ? text : `${text}^^<${value.datatype}>`
}

const turtleEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const jsonLd: Writer = {
  head: `{"@context":${JSON.stringify(prefixes)},"@graph":[\n`,
  between: ',\n',
  tail: '\n]}\n',
  subject({ id, statements }, type) {
    const types = statements.flatMap(([property, values]) =>
      property === 'rdf:type' ? values.flatMap((value) => ('iri' in value ? [value.iri] : [])) : [],
    )
    const rest = statements
      .filter(([property]) => property !== 'rdf:type')
      .map(([property, values]) => [property, values.map(jsonValue)])
    return JSON.stringify({ '@id': id, '@type': [type, ...types], ...Object.fromEntries(rest) })
  },
}

function jsonValue(value: ExportedValue): object {
  if ('iri' in value) return { '@id': value.iri }
  return {
    '@value': value.text,
    ...(value.language === undefined ? {} : { '@language': value.language }),
    ...(value.datatype === undefined ? {} : { '@type': value.datatype }),
  }
}
