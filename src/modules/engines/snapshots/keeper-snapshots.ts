import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Crowd, Edition, PeopleEdition } from '../../../engine/editions/index.ts'
import type { Settings } from '../../../engine/planning/index.ts'
import type { Moment } from '../../matching/index.ts'
import { readSnapshot, removeSnapshot, SnapshotRefused, writeSnapshot } from './snapshot-file.ts'

/** Where snapshots lie, and of what they must be: of another record, program or taxonomy they are no use. */
export interface SnapshotPlace {
  readonly folder: string
  readonly fits: {
    readonly record: string
    readonly program: string
    readonly transferModel: string
    /** Revision of the skills. */
    readonly skills: number
  }
}

/** What was found. Each part is read by itself: one may be there without the other. */
export interface Opened {
  /** Without the people. */
  readonly world?: Edition
  readonly people?: PeopleEdition
  readonly found?: PeopleEdition
  /** The revisions of the parts that were found. */
  readonly revisions: Moment['revisions']
  readonly settings?: Settings
  /** Of each part that was refused: why. */
  readonly refused: readonly string[]
}

const partNames = ['world', 'people', 'found'] as const
type Part = (typeof partNames)[number]

/** People lie in files of their own, counted and found apart: one goes as soon as one of them leaves. */
const fileOf = ({ folder }: Pick<SnapshotPlace, 'folder'>, part: Part): string => join(folder, `${part}.snapshot`)

export async function openSnapshots(place: SnapshotPlace): Promise<Opened> {
  const refused: string[] = []
  const [world, people, found] = await Promise.all(partNames.map((part) => openPart(place, part, refused)))
  return {
    ...(world && { world: world.data as Edition, settings: world.of.settings as Settings }),
    ...(people && { people: people.data as PeopleEdition }),
    ...(found && { found: found.data as PeopleEdition }),
    revisions: { ...(world?.of.revisions as object), ...(people?.of.revisions as object), ...(found?.of.revisions as object) },
    refused,
  }
}

async function openPart(place: SnapshotPlace, part: Part, refused: string[]) {
  const file = fileOf(place, part)
  try {
    const snapshot = await readSnapshot(file)
    if (!snapshot) return undefined
    if (snapshot.of.part !== part || !fits(place, snapshot.of))
      throw new SnapshotRefused('it is of other data or of another version')
    return snapshot
  } catch (error) {
    // Whatever is wrong with it, all of it stands in the record.
    refused.push(`${file}: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

function fits({ fits: wanted }: SnapshotPlace, of: Readonly<Record<string, unknown>>): boolean {
  return JSON.stringify(of.fits) === JSON.stringify(wanted)
}

/** @param edition whole */
export async function saveSnapshots(place: SnapshotPlace, edition: Edition, { revisions, settings }: Moment): Promise<void> {
  await mkdir(place.folder, { recursive: true, mode: 0o700 })
  // Readings are quicker made than read.
  const { people, found, readings: _readings, ...world } = edition
  const { pool, found: ofFound, ...others } = revisions
  const of = { fits: place.fits }
  await writeSnapshot(fileOf(place, 'world'), { of: { part: 'world', ...of, revisions: others, settings }, data: world })
  if (people) await writeSnapshot(fileOf(place, 'people'), { of: { part: 'people', ...of, revisions: { pool } }, data: people })
  if (found)
    await writeSnapshot(fileOf(place, 'found'), { of: { part: 'found', ...of, revisions: { found: ofFound } }, data: found })
}

/** Somebody left: what they said may stand in no file any more. */
export async function forgetPeople(place: SnapshotPlace, crowd: Crowd): Promise<void> {
  await removeSnapshot(fileOf(place, crowd))
}
