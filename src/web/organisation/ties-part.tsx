import { Form, Link } from 'react-router'
import type { Organisation, Tied } from '../../modules/organisations/index.ts'
import { pathTo } from '../paths.ts'
import { orgDeskWords } from '../words/org-desk.ts'
import { useLanguage } from '../words/use-words.ts'

/** What an organisation is a member of, who is a member of it, and what waits for an answer. */
export function TiesPart({
  organisation,
  isOwner,
  ties,
  proposed,
}: {
  readonly organisation: Pick<Organisation, 'id'>
  readonly isOwner: boolean
  readonly ties: Tied
  readonly proposed: Tied
}) {
  const words = orgDeskWords[useLanguage()].details
  const none = [ties.parents, ties.children, proposed.parents, proposed.children].every((all) => all.length === 0)
  const list = (title: string, all: readonly Organisation[], side: 'above' | 'below') => (
    <TieList title={title} all={all} side={side} own={organisation.id} isOwner={isOwner} />
  )
  return (
    <section aria-labelledby="ties">
      <h2 id="ties" className="h3">
        {words.ties}
      </h2>
      <p className="mt4">{words.tiesText}</p>
      {none ? <p>{words.noTies}</p> : null}
      <div className="stack-4 mt4">
        {proposed.parents.map((parent) => (
          <div className="card" key={parent.id}>
            <h3 className="h4">{words.asks(parent.name)}</h3>
            {isOwner ? (
              <div className="row mt4">
                <Form method="post">
                  <input type="hidden" name="intent" value="agreeTie" />
                  <input type="hidden" name="parent" value={parent.id} />
                  <button className="btn btn-s" type="submit">
                    {words.agree}
                    <span className="vh">: {parent.name}</span>
                  </button>
                </Form>
                <EndTie parent={parent.id} child={organisation.id} text={words.refuse} name={parent.name} />
              </div>
            ) : null}
          </div>
        ))}
        {list(words.parents, ties.parents, 'above')}
        {list(words.children, ties.children, 'below')}
        {list(words.asked, proposed.children, 'below')}
      </div>
    </section>
  )
}

function TieList({
  title,
  all,
  side,
  own,
  isOwner,
}: {
  readonly title: string
  readonly all: readonly Organisation[]
  readonly side: 'above' | 'below'
  readonly own: string
  readonly isOwner: boolean
}) {
  const language = useLanguage()
  const words = orgDeskWords[language].details
  if (all.length === 0) return null
  return (
    <div>
      <h3 className="h4">{title}</h3>
      <ul className="plain stack-3 mt4">
        {all.map(({ id, name }) => (
          <li className="card row between" key={id}>
            <Link to={pathTo('organisation', language, { organisation: id })}>{name}</Link>
            {isOwner ? (
              <EndTie parent={side === 'above' ? id : own} child={side === 'above' ? own : id} text={words.end} name={name} />
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}

function EndTie({
  parent,
  child,
  text,
  name,
}: {
  readonly parent: string
  readonly child: string
  readonly text: string
  readonly name: string
}) {
  const words = orgDeskWords[useLanguage()].details
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="endTie" />
      <input type="hidden" name="parent" value={parent} />
      <input type="hidden" name="child" value={child} />
      <button className="btn btn-2 btn-s" type="submit">
        {text}
        <span className="vh"> {words.endWhich(name)}</span>
      </button>
    </Form>
  )
}
