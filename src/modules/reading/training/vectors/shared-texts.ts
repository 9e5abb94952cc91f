import { createReadStream } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type CsvColumns, readCsvRows, readLines } from '../../../imports/index.ts'
import { addText, ConceptGatherer, type TrainingConcept, type TrainingSentence, type TrainingTexts } from './training-texts.ts'

export interface SharedFolders {
  /** Releases of ESCO as downloaded, of any language. */
  readonly esco: readonly string[]
  readonly onet: string
  /** A file with a sentence a line, as tokens. */
  readonly skillSpan: string
  /** Our own vocabulary: `data/vocabulary`. */
  readonly vocabulary: string
}

/** The texts of the encoder that we ship. Never advertisements, and nothing of a benchmark. */
export async function readSharedTexts(folders: SharedFolders): Promise<TrainingTexts> {
  const concepts = new ConceptGatherer()
  for (const folder of folders.esco) await readEsco(folder, concepts)
  await readOwn(folders.vocabulary, concepts)
  const sentences = await readOnet(folders.onet, concepts)
  return { concepts: concepts.all(), sentences: [...sentences, ...(await readSkillSpan(folders.skillSpan))] }
}

const escoColumns = {
  uri: ['conceptUri', 'uri'],
  label: ['preferredLabel', 'label_nl', 'label_en'],
  alternatives: ['altLabels', 'altLabels_nl', 'altLabels_en'],
  hidden: ['hiddenLabels'],
  description: ['description', 'description_nl', 'description_en'],
} satisfies CsvColumns

/** What each file of a release holds, by its name without language. Labels that were gathered come first: they name the release they are of. */
const escoFiles: readonly (readonly [pattern: RegExp, type: TrainingConcept['type']])[] = [
  [/^skills_(nl|en)\.csv$/, 'skill'],
  [/^skill-labels-(nl|en)-partial\.csv$/, 'skill'],
  [/^(?:digital|green|language|transversal|research|digComp)SkillsCollection_(nl|en)\.csv$/, 'skill'],
  [/^occupations_(nl|en)\.csv$/, 'occupation'],
  [/^(?:ISCO|skill)Groups_(nl|en)\.csv$/, 'group'],
]

async function readEsco(folder: string, concepts: ConceptGatherer): Promise<void> {
  const names = (await readdir(folder)).sort()
  for (const [pattern, type] of escoFiles) {
    for (const name of names) {
      const language = pattern.exec(name)?.[1] as 'nl' | 'en' | undefined
      if (!language) continue
      for await (const row of readCsvRows(createReadStream(join(folder, name)), { name, columns: escoColumns })) {
        if ('problem' in row || row.fields.uri === undefined) continue
        const { uri, label, alternatives, hidden, description } = row.fields
        const texts = concepts.concept(uri, type)[language]
        addText(texts.labels, [label])
        addText(
          texts.alternatives,
          [alternatives, hidden].flatMap((list) => list?.split(/\n| \| /) ?? []),
        )
        addText(texts.descriptions, [description])
      }
    }
  }
}

interface OwnRecord {
  readonly id: string
  readonly kind?: string
  readonly nl: string
  readonly en: string
  readonly altNl?: readonly string[]
  readonly altEn?: readonly string[]
  readonly descNl?: string
  readonly descEn?: string
  readonly esco?: string | readonly string[]
}

/** Where ours equals a concept of ESCO, what we call it comes to that one. */
async function readOwn(folder: string, concepts: ConceptGatherer): Promise<void> {
  for (const type of ['skill', 'occupation'] as const) {
    for (const name of (await readdir(join(folder, `${type}s`))).sort()) {
      const records = JSON.parse(await readFile(join(folder, `${type}s`, name), 'utf8')) as readonly OwnRecord[]
      for (const record of records) {
        const [equal] = [record.esco ?? []].flat()
        const concept = concepts.concept(equal ?? `schakel:${type}/${record.id}`, record.kind === 'group' ? 'group' : type)
        addText(concept.nl.labels, [record.nl])
        addText(concept.en.labels, [record.en])
        addText(concept.nl.alternatives, record.altNl ?? [])
        addText(concept.en.alternatives, record.altEn ?? [])
        addText(concept.nl.descriptions, [record.descNl])
        addText(concept.en.descriptions, [record.descEn])
      }
    }
  }
}

/** Occupations with what they are also called, and what people in them do as sentences. */
async function readOnet(folder: string, concepts: ConceptGatherer): Promise<TrainingSentence[]> {
  const sentences: TrainingSentence[] = []
  for await (const [code, title, description] of tabbed(join(folder, 'Occupation Data.txt'))) {
    const { en } = concepts.concept(`onet:${code}`, 'occupation')
    addText(en.labels, [title])
    addText(en.descriptions, [description])
  }
  for await (const [code, title] of tabbed(join(folder, 'Alternate Titles.txt'))) {
    addText(concepts.concept(`onet:${code}`, 'occupation').en.alternatives, [title])
  }
  for await (const [, , task = ''] of tabbed(join(folder, 'Task Statements.txt'))) sentences.push({ language: 'en', text: task })
  return sentences
}

/** Cells of each line but the header. Quotes mean nothing in these files. */
async function* tabbed(file: string): AsyncGenerator<string[]> {
  let isHeader = true
  for await (const { text } of readLines(basename(file), createReadStream(file))) {
    if (!isHeader) yield text.trimEnd().split('\t')
    isHeader = false
  }
}

/** Only the words: neither which are skills nor anything else that people marked in it. */
async function readSkillSpan(file: string): Promise<TrainingSentence[]> {
  const sentences: TrainingSentence[] = []
  for await (const { text } of readLines(basename(file), createReadStream(file))) {
    const { tokens } = JSON.parse(text) as { readonly tokens: readonly string[] }
    // <ORGANIZATION> and the like stand where something was masked.
    sentences.push({ language: 'en', text: tokens.filter((token) => !token.startsWith('<')).join(' ') })
  }
  return sentences
}
