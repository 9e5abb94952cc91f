import { extname } from 'node:path'

/** How a file is taken apart into records. */
export const fileKinds = ['json', 'ndjson', 'html', 'text', 'xml', 'csv'] as const
export type FileKind = (typeof fileKinds)[number]

const byEnding: Readonly<Record<string, FileKind>> = {
  '.json': 'json',
  '.jsonld': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.html': 'html',
  '.htm': 'html',
  '.txt': 'text',
  '.xml': 'xml',
  '.csv': 'csv',
  '.tsv': 'csv',
}
/** Of the files of a folder that are read. */
export const vacancyEndings: readonly string[] = Object.keys(byEnding)
const looksAt = 1000

/** What a file is, by its ending; where that says nothing, by how it begins. */
export function kindByName(name: string): FileKind | undefined {
  return byEnding[extname(name).toLowerCase()]
}

export function kindByStart(bytes: Uint8Array): FileKind {
  const start = Buffer.from(bytes.subarray(0, looksAt))
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart()
  if (start.startsWith('{') || start.startsWith('[')) return 'json'
  if (!start.startsWith('<')) return 'csv'
  return /^<!doctype html|^<html/i.test(start) ? 'html' : 'xml'
}
