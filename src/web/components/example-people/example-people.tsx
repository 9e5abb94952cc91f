import { Form } from 'react-router'
import { pathTo } from '../../paths.ts'
import { homeWords } from '../../words/home.ts'
import { useLanguage } from '../../words/use-words.ts'

export interface ExamplePerson {
  readonly id: string
  readonly title: string
  readonly story: string
}

/** Invented people to try the site with: one button each. */
export function ExamplePeople({
  people,
  isWide = false,
}: {
  readonly people: readonly ExamplePerson[]
  readonly isWide?: boolean
}) {
  const language = useLanguage()
  const words = homeWords[language]
  return (
    <ul className={isWide ? 'people wide' : 'people'}>
      {people.map(({ id, title, story }) => (
        <li key={id}>
          <h3 className="h4">{title}</h3>
          <p className="small">{story}</p>
          <Form method="post" action={pathTo('profile', language)}>
            <input type="hidden" name="intent" value="example" />
            <button className="btn btn-2 btn-s" type="submit" name="example" value={id}>
              {words.use}
              <span className="vh">: {title}</span>
            </button>
          </Form>
        </li>
      ))}
    </ul>
  )
}
