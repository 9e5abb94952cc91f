import { Form } from 'react-router'
import type { DemoAccount } from '../../modules/accounts/index.ts'
import { pathTo } from '../paths.ts'
import { signInWords } from '../words/sign-in.ts'
import { useLanguage } from '../words/use-words.ts'

/** In a demo: invented people to become, one button each. */
export function DemoPeople({ people, back }: { readonly people: readonly DemoAccount[]; readonly back: string }) {
  const language = useLanguage()
  const words = signInWords[language].demo
  const rolesOf = ({ administrator, roles }: DemoAccount): string => {
    const names = roles.map((role) => words.roles[role] ?? role)
    if (administrator) names.push(words.administrator)
    return names.length === 0 ? words.person : names.join(', ')
  }
  return (
    <section className="card spaced" aria-labelledby="demopeople">
      <h2 id="demopeople" className="h3">
        {words.title}
      </h2>
      <p>{words.text}</p>
      <ul className="plain become">
        {people.map((person) => (
          <li key={person.id}>
            <Form method="post" action={pathTo('signIn', language)} className="row between">
              <input type="hidden" name="intent" value="demo" />
              <input type="hidden" name="back" value={back} />
              <input type="hidden" name="account" value={person.id} />
              <span className="breakable">
                <strong>{person.name}</strong>, {rolesOf(person)}
              </span>
              <button className="btn btn-2 btn-s" type="submit">
                {words.become(person.name)}
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
