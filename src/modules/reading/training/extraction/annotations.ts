import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { words } from '../../../../engine/text/index.ts'

/** A text and the skills that people found in it, as numbers of labels. Texts of one group are never parted between training and test. */
export interface AnnotatedText {
  readonly text: string
  /** Number of the file it comes from. */
  readonly file: number
  /** Texts stand in the order of their groups. */
  readonly group: number
  readonly gold: ReadonlySet<number>
}

/** One row of an annotation file. */
export interface Annotation {
  readonly file: number
  readonly sentence: string
  readonly span: string
  /** Number of the label; undefined where people found a skill that the list has no label for. */
  readonly label: number | undefined
}

interface Row {
  readonly sentence: string
  readonly span: string
  readonly sub_span?: string
  readonly label: string
}

/** Labels, one a line; their order is the order of ties. */
export function readLabels(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
}

/** Rows of files of the form `sentence,span,sub_span,label` (Decorte et al. 2022). */
export function readAnnotations(paths: readonly string[], labels: readonly string[]): Annotation[] {
  const numbers = new Map(labels.map((label, number) => [labelKey(label), number]))
  return paths.flatMap((path, file) => {
    const rows = parse(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true }) as Row[]
    return rows.map((row) => ({
      file,
      sentence: row.sentence,
      // What a part of the span says is the part: `communication and collaboration skills` holds two.
      span: row.sub_span || row.span,
      label: numbers.get(labelKey(row.label)),
    }))
  })
}

/** One text per different sentence that holds a skill of the list, in the order of the file. */
export function sentencesOf(annotations: readonly Annotation[]): AnnotatedText[] {
  return gather(annotations, ({ sentence }) => sentence)
}

/** One text per different span in a sentence. */
export function spansOf(annotations: readonly Annotation[]): AnnotatedText[] {
  return gather(annotations, ({ span }) => span)
}

function gather(annotations: readonly Annotation[], textOf: (annotation: Annotation) => string): AnnotatedText[] {
  const groups = groupsOf(new Set(annotations.map(({ sentence }) => sentence)))
  const byKey = new Map<string, { text: string; file: number; group: number; gold: Set<number> }>()
  for (const annotation of annotations) {
    const { file, sentence, label } = annotation
    if (label === undefined) continue
    const text = textOf(annotation)
    const key = `${file}\n${sentence}\n${text}`
    const known = byKey.get(key)
    if (known) known.gold.add(label)
    else byKey.set(key, { text, file, group: groups.get(sentence)!, gold: new Set([label]) })
  }
  return [...byKey.values()].sort((a, b) => a.group - b.group)
}

const alike = 0.5

/**
 * Sentences that are much alike are one group: an employer puts nearly the same sentence in many vacancies, and what was learned from one
 * of those must not be tested on another.
 */
function groupsOf(sentences: Iterable<string>): Map<string, number> {
  const groups = new Map<string, number>()
  const leaders: ReadonlySet<string>[] = []
  for (const sentence of sentences) {
    const own = new Set(words(sentence))
    const leader = leaders.findIndex((other) => shareOf(own, other) >= alike)
    groups.set(sentence, leader < 0 ? leaders.push(own) - 1 : leader)
  }
  return groups
}

/** Words that both have, of all that either has. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const word of a) if (b.has(word)) both++
  return both === 0 ? 0 : both / (a.size + b.size - both)
}

/** The published lists have lost the commas of some labels. */
export function labelKey(label: string): string {
  return label.replaceAll(',', '').replace(/\s+/g, ' ').trim()
}
