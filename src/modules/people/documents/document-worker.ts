/** The thread in which one CV file is read; `read-cv-file.ts` starts and ends it. */
import { parentPort, workerData } from 'node:worker_threads'
import { readContent } from './read-content.ts'
import { Refused } from './refusal.ts'

try {
  parentPort?.postMessage({ content: await readContent(workerData as Uint8Array) })
} catch (error) {
  // What a library says of a file may hold words of it: only the reason goes out.
  parentPort?.postMessage({ reason: error instanceof Refused ? error.reason : 'damaged' })
}
