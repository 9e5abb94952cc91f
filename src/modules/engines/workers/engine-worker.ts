/** The thread of one engine; `start-thread.ts` starts and ends it. */
import { find } from '../findings/find.ts'
import { serveQuestions } from './serve-questions.ts'

serveQuestions(find)
