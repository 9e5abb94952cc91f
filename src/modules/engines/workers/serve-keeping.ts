/** What runs inside the thread of the keeper. */
import { type MessagePort, parentPort } from 'node:worker_threads'
import {
  type Crowd,
  crowds,
  type Edition,
  EditionBuilder,
  EditionKeeper,
  type WorldChanges,
} from '../../../engine/editions/index.ts'
import type { Offering, Settings } from '../../../engine/planning/index.ts'
import type { Occupation, Skill } from '../../../engine/taxonomy/index.ts'
import { forgetPeople, type Opened, openSnapshots, type SnapshotPlace, saveSnapshots } from '../snapshots/keeper-snapshots.ts'
import { joinChanges } from './changes-in-parts.ts'
import type { FromKeeper, Published, RowsPiece, ToKeeper } from './messages.ts'

/** Rows as they come in, until the first edition. */
class Incoming {
  readonly #skills: Skill[] = []
  readonly #occupations: Occupation[] = []
  readonly #offerings: Offering[] = []
  #builder: EditionBuilder | undefined
  #keeper: EditionKeeper | undefined
  readonly #gathering: { [Each in Crowd]?: ReturnType<EditionKeeper['gatherPeople']> } = {}
  #opened: Opened | undefined

  /** What was found in snapshots takes the place of rows. */
  found(opened: Opened): void {
    this.#opened = opened
  }

  add({ skills = [], occupations = [], offerings = [], vacancies = [], ...rows }: RowsPiece): void {
    this.#skills.push(...skills)
    this.#occupations.push(...occupations)
    this.#offerings.push(...offerings)
    this.#builder?.addVacancies(vacancies)
    for (const crowd of crowds) if (rows[crowd]) this.#gatheringPeople(crowd).add(rows[crowd])
  }

  begin(settings: Settings): void {
    this.#builder = new EditionBuilder({ skills: this.#skills, occupations: this.#occupations }, settings)
    this.#builder.addOfferings(this.#offerings)
  }

  done(): EditionKeeper {
    for (const crowd of crowds) if (!this.#opened?.[crowd]) this.#gatheringPeople(crowd).done()
    return this.#built()
  }

  /** People come last, once everything is there that numbers what they know. */
  #gatheringPeople(crowd: Crowd) {
    const gathering = this.#gathering[crowd] ?? this.#built().gatherPeople(crowd)
    this.#gathering[crowd] = gathering
    return gathering
  }

  #built(): EditionKeeper {
    if (this.#keeper) return this.#keeper
    const keeper = this.#opened?.world ? EditionKeeper.from(this.#opened.world) : this.#builder?.done()
    if (!keeper) throw new Error('rows came before the keeper was begun')
    for (const crowd of crowds) if (this.#opened?.[crowd]) keeper.takePeople(this.#opened[crowd], crowd)
    this.#keeper = keeper
    return keeper
  }
}

/** Rows a step: about twenty milliseconds, so that what changes meanwhile does not wait. */
const mergedAtOnce = 2000

/** Keeps editions: builds the first, takes changes in, and sends each edition to all readers. */
export function serveKeeping(): void {
  const parent = parentPort
  if (!parent) throw new Error('editions are kept in a worker thread only')
  const readers = new Set<MessagePort>()
  let incoming: Incoming | undefined = new Incoming()
  let keeper: EditionKeeper | undefined
  let label = 0
  let isMerging = false
  /** Of one change, until it is whole. */
  let parts: WorldChanges[] = []
  let place: SnapshotPlace | undefined
  /** Files are written one after another. */
  let writing: Promise<unknown> = Promise.resolve()

  function publish(edition: Edition): void {
    for (const port of readers) port.postMessage({ edition, label } satisfies Published)
    parent?.postMessage({ kind: 'published', label } satisfies FromKeeper)
  }

  function keeping(): EditionKeeper {
    if (!keeper) throw new Error('a change came before the first edition')
    return keeper
  }

  /** A few rows at a time: changes come in between. */
  function mergePeople(): void {
    if (isMerging) return
    isMerging = true
    const steps = keeping().mergePeople(mergedAtOnce)
    const goOn = (): void => {
      const step = steps.next()
      if (!step.done) return void setImmediate(goOn)
      isMerging = false
      if (step.value) publish(step.value)
    }
    goOn()
  }

  const tell = (message: FromKeeper): void => parent.postMessage(message)

  async function open(from: SnapshotPlace): Promise<void> {
    place = from
    const opened = await openSnapshots(from)
    incoming?.found(opened)
    const { world, people, found, ...rest } = opened
    const parts = { world: world !== undefined, people: people !== undefined, found: found !== undefined }
    tell({ kind: 'opened', found: { ...parts, ...rest } })
  }

  function save(message: Extract<ToKeeper, { kind: 'save' }>): void {
    place = message.place
    const edition = keeping().whole()
    const saved = writing.then(() => saveSnapshots(message.place, edition, message.of))
    writing = saved.then(
      () => tell({ kind: 'saved' }),
      (error: unknown) => tell({ kind: 'saved', error: String(error) }),
    )
  }

  function forget(crowd: Crowd): void {
    const from = place
    if (from)
      writing = writing
        .then(() => forgetPeople(from, crowd))
        .catch((error: unknown) => tell({ kind: 'saved', error: String(error) }))
  }

  parent.on('message', (message: ToKeeper) => {
    switch (message.kind) {
      case 'open':
        void open(message.place)
        break
      case 'save':
        save(message)
        break
      case 'rows':
        incoming?.add(message.rows)
        break
      case 'begin':
        incoming?.begin(message.settings)
        break
      case 'build':
        keeper = incoming?.done()
        incoming = undefined
        label = message.label
        parent.postMessage({ kind: 'published', label } satisfies FromKeeper)
        break
      case 'part':
        parts.push(message.changes)
        break
      case 'change': {
        label = message.label
        const changes = joinChanges(parts)
        parts = []
        publish(keeping().change(changes))
        for (const crowd of crowds) if ((changes[crowd]?.removed.length ?? 0) > 0) forget(crowd)
        mergePeople()
        break
      }
      case 'reader': {
        const { port } = message
        port.on('close', () => readers.delete(port))
        port.postMessage({ edition: keeping().whole(), label } satisfies Published)
        readers.add(port)
        break
      }
    }
  })
}
