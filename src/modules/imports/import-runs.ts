import { Conflict, type Database, type Outside } from '../../platform/index.ts'
import type { BatchResult, ImportOptions, ImportReport, ImportRun, ImportRunRow, Reject } from './import-run.ts'
import { alreadyRunning, createImportRunStore } from './import-run-store.ts'

/** How imports run: one of a kind at a time, in batches that each stand or fall whole, with all that was refused kept. */
export interface ImportRuns {
  /**
   * Runs `work` as the one import of this kind and gives its report.
   * @param kind as 'vacancies'; one of a kind at a time, over all processes
   * @param source the file, folder or feed, for the record
   * @param message the report in one sentence, from the counts
   * @throws Conflict while another of this kind runs; whatever `work` throws, after the run was recorded as failed
   */
  run(
    kind: string,
    source: string,
    options: ImportOptions & { readonly what?: string; readonly total?: number },
    work: (run: ImportRun) => Promise<void>,
    message: (counts: Readonly<Record<string, number>>) => string,
  ): Promise<ImportReport>
  /** At start: imports that a killed process left behind are failed; how many. */
  repair(): Promise<number>
  /** Latest first. */
  list(limit?: number): Promise<readonly ImportRunRow[]>
  find(id: string): Promise<ImportRunRow | undefined>
  /** All that a run refused, in order, some at a time: memory stays flat. */
  rejects(run: string): AsyncIterable<Reject>
}

const rejectsInReport = 100
const rejectsPerPage = 1000
const listed = 50

export function createImportRuns(parts: Outside & { readonly db: Database }): ImportRuns {
  const store = createImportRunStore(parts.db)
  const { clock } = parts
  const running = new Set<string>()

  return {
    async run(kind, source, options, work, message) {
      // Held before the first wait, so that of two that begin at once in this process the second is refused for certain.
      if (running.has(kind)) throw alreadyRunning(kind)
      running.add(kind)
      const id = parts.ids.next()
      try {
        await store.start({ id, kind, source }, running, clock.now())
      } catch (error) {
        running.delete(kind)
        throw error
      }
      const counts: Record<string, number> = {}
      const rejects: Reject[] = []
      let rejected = 0
      let done = 0

      async function batch(records: number, step: (inside: Database) => Promise<BatchResult>): Promise<void> {
        const result = await parts.db.transaction(async (inside) => {
          await store.keepAlive(inside, id, clock.now())
          const result = await step(inside)
          await store.writeRejects(inside, id, rejected, result.rejects ?? [])
          return result
        })
        // Counted only when it stands.
        for (const [what, by] of Object.entries(result.counts ?? {})) counts[what] = (counts[what] ?? 0) + by
        rejects.push(...(result.rejects ?? []).slice(0, rejectsInReport - rejects.length))
        rejected += result.rejects?.length ?? 0
        done += records
        options.progress?.({ what: options.what ?? kind, done, ...(options.total === undefined ? {} : { total: options.total }) })
        // The site's requests get their turn.
        await new Promise((resolve) => setImmediate(resolve))
        if (options.signal?.aborted) {
          throw new Conflict('The import was stopped before its end. What was read is kept; start it again for the rest.')
        }
      }

      try {
        await work({ id, batch })
        const said = message(counts)
        await store.end(id, 'done', counts, rejected, said, clock.now())
        parts.log.info(said, { run: id, ...counts })
        return { run: id, counts, rejects, rejected, message: said }
      } catch (error) {
        await store.end(id, 'failed', counts, rejected, error instanceof Error ? error.message : String(error), clock.now())
        throw error
      } finally {
        running.delete(kind)
      }
    },
    repair: () => store.failDead(running, clock.now()),
    list: (limit = listed) => store.list(limit),
    find: (id) => store.find(id),
    async *rejects(run) {
      for (let after = 0; ; after += rejectsPerPage) {
        const page = await store.rejects(run, after, rejectsPerPage)
        yield* page
        if (page.length < rejectsPerPage) return
      }
    },
  }
}
