/** For tests: a release of ESCO small enough to read, written by us, and a zip writer that can also write bad archives. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import type { Database, Row } from '../../../platform/index.ts'

export type Files = Readonly<Record<string, string | Buffer>>

export const uri = (name: string): string => `http://example.org/esco/${name}`

const line = (...fields: string[]): string =>
  fields.map((one) => (/[",\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(',')
const file = (...lines: string[]): string => `${lines.join('\r\n')}\r\n`

const skillHeader =
  'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,description'
const groupHeader = 'conceptType,conceptUri,preferredLabel,altLabels,hiddenLabels,status,description,code'

function skill(id: string, type: string, label: string, alternatives: readonly string[], description: string): string {
  return line(
    'KnowledgeSkillCompetence',
    uri(id),
    type,
    'sector-specific',
    label,
    alternatives.join('\n'),
    '',
    'released',
    '',
    description,
  )
}

/** English, as release 1.1 names its files: 3 skills, 1 shelf, 1 occupation, 1 ISCO group. */
export const english: Files = {
  'skills_en.csv': file(
    skillHeader,
    skill('skill/python', 'knowledge', 'Python', ['Python', 'Python language'], 'A language.'),
    skill(
      'skill/tuning',
      'skill/competence',
      'tune queries',
      ['speed up queries', 'improve queries'],
      'Make queries fast, "really" fast.',
    ),
    skill('skill/sql', 'knowledge', 'SQL', [], ''),
  ),
  'skillGroups_en.csv': file(groupHeader, line('SkillGroup', uri('group/software'), 'software', '', '', 'released', '', '0613')),
  'occupations_en.csv': file(
    'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,description,code',
    line(
      'Occupation',
      uri('occupation/dba'),
      '2521',
      'database administrator',
      'DBA\ndatabase manager',
      'databse admin',
      'released',
      'Keeps data.',
      '2521.1',
    ),
  ),
  'ISCOGroups_en.csv': file(
    'conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description',
    line('ISCOGroup', uri('isco/C2521'), '2521', 'Database designers', 'released', '', '', ''),
  ),
  'broaderRelationsSkillPillar.csv': file(
    'conceptType,conceptUri,broaderType,broaderUri',
    line('KnowledgeSkillCompetence', uri('skill/python'), 'SkillGroup', uri('group/software')),
    line('KnowledgeSkillCompetence', uri('skill/tuning'), 'KnowledgeSkillCompetence', uri('skill/sql')),
  ),
  'broaderRelationsOccPillar.csv': file(
    'conceptType,conceptUri,broaderType,broaderUri',
    line('Occupation', uri('occupation/dba'), 'ISCOGroup', uri('isco/C2521')),
  ),
  'occupationSkillRelations.csv': file(
    'occupationUri,relationType,skillType,skillUri',
    line(uri('occupation/dba'), 'essential', 'knowledge', uri('skill/sql')),
    line(uri('occupation/dba'), 'optional', 'knowledge', uri('skill/python')),
  ),
  'skillSkillRelations.csv': file(
    'originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri',
    line(uri('skill/sql'), 'knowledge', 'optional', 'skill/competence', uri('skill/tuning')),
  ),
}

/** Dutch labels only: occupations in full, skills from a collection and a gathered list. */
export const dutch: Files = {
  'occupations_nl.csv': file(
    'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,description',
    line(
      'Occupation',
      uri('occupation/dba'),
      '2521',
      'databasebeheerder',
      'beheerder databases',
      'released',
      'Bewaart gegevens.',
    ),
  ),
  'digitalSkillsCollection_nl.csv': file(
    'conceptType,conceptUri,preferredLabel,status,skillType,altLabels,description',
    line(
      'KnowledgeSkillCompetence',
      uri('skill/tuning'),
      'zoekvragen versnellen',
      'released',
      'skill/competence',
      'query tuning | sneller zoeken',
      '',
    ),
  ),
  'skill-labels-nl-partial.csv': file(
    'uri,label_nl,altLabels_nl,description_nl',
    line(uri('skill/tuning'), 'queries versnellen', '', ''),
    line(uri('skill/sql'), 'SQL (zoektaal)', '', 'Vragen stellen aan databases.'),
  ),
}

/** As release 1.2 names its files and columns; tuning is gone, and Python is replaced by Python programming. */
export const later: Files = {
  'skills_en.csv': file(
    `${skillHeader},replacedBy`,
    `${skill('skill/python', 'knowledge', 'Python', [], '').replace('released', 'obsolete')},${uri('skill/python-programming')}`,
    `${skill('skill/python-programming', 'knowledge', 'Python programming', ['Python'], '')},`,
    `${skill('skill/sql', 'knowledge', 'SQL', [], '')},`,
  ),
  'skillGroups_en.csv': english['skillGroups_en.csv']!,
  'ISCOGroups_en.csv': english['ISCOGroups_en.csv']!,
  'occupations_en.csv': file(
    'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,description,code,naceCode',
    line(
      'Occupation',
      uri('occupation/dba'),
      '2521',
      'database administrator',
      'DBA',
      '',
      'released',
      '',
      'Keeps data.',
      '2521.1',
      '62.01',
    ),
  ),
  'broaderRelationsSkillPillar_en.csv': file(
    'conceptType,conceptUri,conceptLabel,broaderType,broaderUri,broaderLabel',
    line(
      'KnowledgeSkillCompetence',
      uri('skill/python-programming'),
      'Python programming',
      'SkillGroup',
      uri('group/software'),
      'software',
    ),
  ),
  'occupationSkillRelations_en.csv': file(
    'occupationUri,occupationLabel,relationType,skillType,skillUri,skillLabel',
    line(uri('occupation/dba'), 'database administrator', 'essential', 'knowledge', uri('skill/sql'), 'SQL'),
  ),
  'skillSkillRelations_en.csv': file('originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri'),
}

/** Writes the files to a new folder and gives its path; the name holds the version, as that of a download does. */
export function writeRelease(files: Files, name = 'esco-1.1.1'): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'schakel-release-')), name)
  mkdirSync(folder)
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content)
  return folder
}

export interface ZipEntry {
  readonly name: string
  readonly content: string | Buffer
  /** Unix mode, for links. */
  readonly mode?: number
  readonly encrypted?: boolean
  /** What the archive says, where it lies. */
  readonly saidBytes?: number
}

/** Writes a zip file to a new folder and gives its path. */
export function writeZip(entries: readonly ZipEntry[], name = 'ESCO dataset - v1.1.1 - classification - en - csv.zip'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'schakel-zip-')), name)
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const packed = deflateRawSync(content)
    const fileName = Buffer.from(entry.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE((entry.encrypted ? 1 : 0) | 0x800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(entry.saidBytes ?? content.length, 18)
    common.writeUInt16LE(fileName.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, fileName, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), common, rest, fileName]))
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  writeFileSync(path, Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]))
  return path
}

export function zipOf(files: Files, folder = 'ESCO dataset - v1.1.1 - classification - en - csv/'): ZipEntry[] {
  return Object.entries(files).map(([name, content]) => ({ name: folder + name, content }))
}

/** All that an import may change, to see that it changed nothing. */
export async function allOfIt(db: Database): Promise<Row[][]> {
  const tables = ['concept', 'concept_label', 'concept_relation', 'scheme', 'revision']
  const all: Row[][] = []
  for (const table of tables) all.push(await db.query(`select * from ${table} as t order by t::text`))
  return all
}

export async function stagedRows(db: Database): Promise<number> {
  const rows = await db.query('select id from concept_next union all select concept from concept_label_next')
  return rows.length
}
