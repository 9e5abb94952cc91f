import { readWorkLevels } from '../../../engine/reading/index.ts'
import { fold } from '../../../engine/text/index.ts'

export interface FoundDiploma {
  /** NLQF 1..8. */
  readonly level: number
  /** ISCED-F 2013. */
  readonly field?: string
  /** Where the words that give the level begin in the text. */
  readonly start: number
}

/** Kinds of education of before, and short forms: NLQF as NCP NLQF classes their successors. */
const otherNames: readonly (readonly [number, RegExp])[] = [
  [8, /\bdoctor of philosophy\b/],
  [7, /(?:^|(?<=[,;(]\s*)|(?<=wo[- ]))master\b|^(?:m\.?a\.?|ll\.?m\.?|m\.?ba|drs\.?|ir\.?)$/],
  [6, /^(?:b\.?a\.?|bba|ll\.?b\.?|ing\.?)$|\b(?:hts|heao|hes|pabo)\b/],
  [4, /\b(?:mts|meao)\b/],
  [2, /\b(?:mavo|lts|leao|lbo|vbo)\b/],
]
const vocational =
  /\b(?:mbo|bol|bbl|roc)\b.{0,40}?\bniveau\s?([1-4])\b|\bniveau\s?([1-4])\b.{0,20}?\bmbo\b|\bb(?:ol|bl)[ -]?([1-4])\b/
/** The European framework and ours count the same levels (NLQF was referenced to EQF in 2012). */
const framework = /\b(?:eqf|nlqf)[ -]?(?:level|niveau)?\s?([1-8])\b/
const notFinished =
  /\b(?:niet (?:afgerond|voltooid|afgemaakt)|zonder diploma|geen diploma|afgebroken|gestopt|propedeuse|not completed|unfinished|incomplete|dropped out|no degree|without (?:a )?(?:diploma|degree)|(?:in progress|bezig|lopend|ongoing|expected|verwacht))\b/

/** The level that an education gave, of several named the highest; undefined when none is clear, or it was not finished. */
export function diplomaIn(text: string): FoundDiploma | undefined {
  const plain = fold(text)
  if (notFinished.test(plain)) return undefined
  const stated = framework.exec(plain)
  if (stated) {
    const field = fieldOf(plain)
    return { level: Number(stated[1]), start: 0, ...(field && { field }) }
  }
  const named = readWorkLevels(text)
  const [best] = named.toSorted((a, b) => b.level - a.level || Number(isSchool(a.words)) - Number(isSchool(b.words)))
  const other = vocationalLevel(plain) ?? otherLevel(plain)
  if (!best && !other) return undefined
  const { level, start } = !best || (other && other.level > best.level) ? other! : best
  const field = fieldOf(plain)
  return { level, start, ...(field && { field }) }
}

interface Level {
  readonly level: number
  readonly start: number
}

function vocationalLevel(plain: string): Level | undefined {
  const match = vocational.exec(plain)
  return match ? { level: Number(match[1] ?? match[2] ?? match[3]), start: match.index } : undefined
}

function otherLevel(plain: string): Level | undefined {
  for (const [level, pattern] of otherNames) {
    const match = pattern.exec(plain.trim())
    if (match) return { level, start: match.index }
  }
  return undefined
}

const isSchool = (words: string): boolean => /hogeschool|universit/i.test(words)

/**
 * Field by words in the name of an education: ISCED-F 2013 (UNESCO), as wide as the words are sure of. The first that fits, so the narrow
 * ones come first.
 */
// biome-ignore format: a table reads better in lines
const fields: readonly (readonly [string, RegExp])[] = [
  ['061', /\b(?:ict|informatica|informatiekunde|computer science|computing|information (?:technology|systems|science)|software|applicatieontwikkel\w*|systeembeheer|netwerkbeheer|it systems?|artificial intelligence|kunstmatige intelligentie|cyber ?security|data science|programmeren|technische informatica|hbo-ict)\b/],
  ['0114', /\b(?:leraren(?:opleiding)?|lerarenopleiding|teacher training)\b/],
  ['011', /\b(?:pabo|pedagogiek|onderwijskunde|education|onderwijsassistent)\b/],
  ['0313', /\b(?:psychologie|psychology)\b/],
  ['0311', /\b(?:economie|economics|econometrie)\b/],
  ['041', /\b(?:bedrijfskunde|bedrijfseconomie|business|accountancy|accounting|administratie|boekhoud\w*|finance|marketing|commerciele? economie|management|secretarieel|logistiek management|heao|meao)\b/],
  ['042', /\b(?:rechten|rechtsgeleerdheid|law|juridisch\w*)\b/],
  ['091', /\b(?:verpleegkunde|nursing|geneeskunde|medicine|verzorgende|fysiotherapie|physiotherapy)\b/],
  ['0923', /\b(?:maatschappelijk werk|social work|sociaal werk)\b/],
  ['0713', /\b(?:elektrotechniek|electrical engineering|elektro)\b/],
  ['071', /\b(?:werktuigbouwkunde|mechanical engineering|mechatronica|engineering|autotechniek|hts|mts)\b/],
  ['073', /\b(?:bouwkunde|bouw|civiele techniek|architecture|civil engineering)\b/],
  ['0222', /\b(?:geschiedenis|history)\b/],
  ['023', /\b(?:talen|taalkunde|linguistics|letteren|nederlandse? taal\w*|english literature)\b/],
  ['0321', /\b(?:journalistiek|journalism)\b/],
  ['051', /\b(?:biologie|biology|biochemie|biochemistry)\b/],
  ['053', /\b(?:natuurkunde|physics|scheikunde|chemistry)\b/],
  ['054', /\b(?:wiskunde|mathematics|statistiek|statistics)\b/],
  ['101', /\b(?:horeca|hospitality|kok|toerisme|tourism)\b/],
  ['1041', /\b(?:transport|logistiek|logistics)\b/],
  ['021', /\b(?:kunst|grafisch\w*|vormgeving|graphic design|music|muziek)\b/],
]

function fieldOf(plain: string): string | undefined {
  return fields.find(([, pattern]) => pattern.test(plain))?.[0]
}
