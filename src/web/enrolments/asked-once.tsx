import { Form } from 'react-router'
import { useLanguage } from '../words/use-words.ts'
import { whatWorksWords } from '../words/what-works.ts'

/** A question beside somebody's own enrolment, asked once, of which the answer is not kept. */
export function AskedOnce() {
  const words = whatWorksWords[useLanguage()].asked
  return (
    <section className="card stack" aria-labelledby="once">
      <h2 id="once" className="h3">
        {words.title}
      </h2>
      <p>{words.lead}</p>
      <Form method="post" className="row">
        <input type="hidden" name="intent" value="answerOnce" />
        {(['yes', 'no', 'skip'] as const).map((answer) => (
          <button className="btn btn-2" type="submit" name="answer" value={answer} key={answer}>
            {words[answer]}
          </button>
        ))}
      </Form>
      <p className="note">{words.how}</p>
    </section>
  )
}
