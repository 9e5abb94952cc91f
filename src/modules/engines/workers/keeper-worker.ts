/** The thread of the keeper; `start-keeper.ts` starts and ends it. */
import { serveKeeping } from './serve-keeping.ts'

serveKeeping()
