import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { Invalid } from '../../../platform/index.ts'
import { cvFileLimits } from './limits.ts'
import type { CvContent } from './read-content.ts'
import type { RefusalReason } from './refusal.ts'
import { turns } from './turns.ts'
import { UnreadableCv } from './unreadable-cv.ts'

const workerFile = join(import.meta.dirname, 'document-worker.ts')
const watchEveryMs = 100
const takeTurn = turns(cvFileLimits.atOnce, cvFileLimits.waiting)

/**
 * What stands in a CV file: PDF, Word (.docx), Europass (XML, or a PDF that holds it), JSON Resume or plain text, known by its content. It is
 * read in a thread of its own with bounds on time and memory; nothing in it runs, and nothing of it is kept or logged.
 *
 * @param file the bytes, or the path of a file
 * @param milliseconds how long it may take
 * @throws UnreadableCv with the reason
 * @throws Invalid when the path cannot be read
 */
export async function readCvFile(
  file: Uint8Array | string,
  milliseconds: number = cvFileLimits.milliseconds,
): Promise<CvContent> {
  const path = typeof file === 'string' ? file : undefined
  const bytes = typeof file === 'string' ? await bytesAt(file) : file
  if (bytes.byteLength === 0) throw new UnreadableCv('empty', path)
  if (bytes.byteLength > cvFileLimits.fileBytes) throw new UnreadableCv('tooLarge', path)
  const turn = takeTurn()
  if (!turn) throw new UnreadableCv('busy', path)
  await turn.begin
  try {
    const answer = await readInThread(bytes, milliseconds)
    if ('content' in answer) return answer.content
    throw new UnreadableCv(answer.reason, path)
  } finally {
    turn.end()
  }
}

type Answer = { readonly content: CvContent } | { readonly reason: RefusalReason }

function readInThread(bytes: Uint8Array, milliseconds: number): Promise<Answer> {
  const worker = new Worker(workerFile, {
    // A copy of just these bytes: a view may lie in a larger piece of memory.
    workerData: new Uint8Array(bytes),
    resourceLimits: { maxOldGenerationSizeMb: cvFileLimits.heapMegabytes },
    env: {},
    execArgv: [],
    // What a library prints about a file must not reach our output.
    stdout: true,
    stderr: true,
  })
  worker.stdout.resume()
  worker.stderr.resume()
  return new Promise<Answer>((resolve) => {
    const end = (answer: Answer): void => {
      clearTimeout(tooLong)
      clearInterval(watch)
      resolve(answer)
      void worker.terminate()
    }
    const tooMuch = (): void => end({ reason: 'tooMuch' })
    const tooLong = setTimeout(tooMuch, milliseconds)
    const watch = setInterval(() => {
      worker.getHeapStatistics().then(
        ({ external_memory: outside }) => {
          if (outside > cvFileLimits.outsideHeapBytes) tooMuch()
        },
        // The thread ended just now.
        () => {},
      )
    }, watchEveryMs)
    worker.once('message', end)
    // Out of memory, or an error beside the reading.
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end({ reason: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooMuch' : 'damaged' }),
    )
    worker.once('exit', () => end({ reason: 'damaged' }))
  })
}

/** A file that is too large is not read whole. */
async function bytesAt(path: string): Promise<Uint8Array> {
  const wrong = (error: unknown): Invalid => new Invalid(path, `${path} cannot be read: ${(error as Error).message}`)
  const file = await open(path).catch((error: unknown) => {
    throw wrong(error)
  })
  try {
    const { size } = await file.stat()
    if (size > cvFileLimits.fileBytes) throw new UnreadableCv('tooLarge', path)
    return await file.readFile()
  } catch (error) {
    throw error instanceof Invalid ? error : wrong(error)
  } finally {
    await file.close()
  }
}
