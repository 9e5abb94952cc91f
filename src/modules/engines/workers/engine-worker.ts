/** The thread of one engine; `start-thread.ts` starts and ends it. */
import { findWithin } from '../findings/find-within.ts'
import { serveQuestions } from './serve-questions.ts'

serveQuestions(findWithin)
