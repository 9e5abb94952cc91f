import { Form, Link } from 'react-router'
import { Icon } from '../components/icon/icon.tsx'
import { pathTo } from '../paths.ts'
import { myDeskWords } from '../words/my-desk.ts'
import { useLanguage } from '../words/use-words.ts'

export type Keeping = 'kept' | 'can' | 'signInFirst' | 'trying'

/** On the page of a plan: keeps it, or says that it is kept. */
export function KeepCard({ keeping }: { readonly keeping: Keeping }) {
  const language = useLanguage()
  const words = myDeskWords[language].keep
  if (keeping === 'kept') {
    return (
      <p className="row mt5">
        <span className="tag t-open">
          <Icon name="check" />
          {words.kept}
        </span>
        <Link to={pathTo('myDesk', language)}>{words.toDesk}</Link>
      </p>
    )
  }
  if (keeping === 'trying') return <p className="note mt5">{words.trying}</p>
  return (
    <Form method="post" className="row mt5">
      <input type="hidden" name="intent" value="keep" />
      <button className="btn btn-2" type="submit">
        {words.button}
      </button>
      <span className="note">{keeping === 'can' ? words.text : words.signIn}</span>
    </Form>
  )
}
