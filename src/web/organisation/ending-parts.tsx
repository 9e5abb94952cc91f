import { Form } from 'react-router'
import { orgDeskWords } from '../words/org-desk.ts'
import { useLanguage } from '../words/use-words.ts'

/** A member goes away. */
export function LeavePart() {
  const words = orgDeskWords[useLanguage()].details
  return (
    <section className="narrow" aria-labelledby="leave">
      <h2 id="leave" className="h3">
        {words.leave}
      </h2>
      <p className="mt4">{words.leaveText}</p>
      <Form method="post" className="mt4">
        <input type="hidden" name="intent" value="leave" />
        <button className="btn btn-2" type="submit">
          {words.leave}
        </button>
      </Form>
    </section>
  )
}

/** The organisation ends: asked twice, since it cannot be undone. */
export function ClosePart() {
  const words = orgDeskWords[useLanguage()].details
  return (
    <section className="narrow" aria-labelledby="close">
      <h2 id="close" className="h3">
        {words.close}
      </h2>
      <p className="mt4">{words.closeText}</p>
      <Form method="post" className="stack-3 mt4">
        <input type="hidden" name="intent" value="close" />
        <label className="check">
          <input type="checkbox" name="sure" value="yes" required />
          <span>{words.closeCheck}</span>
        </label>
        <button className="btn btn-d" type="submit">
          {words.closeButton}
        </button>
      </Form>
    </section>
  )
}
