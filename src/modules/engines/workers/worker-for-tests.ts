/** The thread of an engine that can be made to misbehave: by a licence, which every profile can carry to it. */
import { findWithin } from '../findings/find-within.ts'
import { Halted } from '../findings/held-engine.ts'
import { serveQuestions } from './serve-questions.ts'

serveQuestions((held, question, patience) => {
  const [behaviour] = ('person' in question && question.person.licences) || []
  // Asks the engine on and on, and so ends when it is halted.
  while (behaviour === 'spin') if (patience.isHalted()) throw new Halted()
  // Never comes back.
  while (behaviour === 'stuck');
  if (behaviour === 'crash') process.exit(1)
  if (behaviour === 'fail') throw new Error('this question fails')
  return findWithin(held, question, patience)
})
