/** The thread of an engine that can be made to misbehave: by a licence, which every profile can carry to it. */
import { find } from '../findings/find.ts'
import { serveQuestions } from './serve-questions.ts'

serveQuestions((held, question) => {
  const [behaviour] = ('person' in question && question.person.licences) || []
  // Asks the engine on and on, and so ends when it is halted.
  while (behaviour === 'spin') void held.engine.judge
  // Never comes back.
  while (behaviour === 'stuck');
  if (behaviour === 'crash') process.exit(1)
  if (behaviour === 'fail') throw new Error('this question fails')
  return find(held, question)
})
