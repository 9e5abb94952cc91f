import { redirect } from 'react-router'
import { pathTo } from '../paths.ts'
import { type OrgAsked, orgAction, textOf } from './org-action.ts'

async function verify({ site, actor, form, language }: OrgAsked, outcome: 'checked' | 'refused'): Promise<Response> {
  await site.modules.organisations.verify(actor, textOf(form, 'organisation'), outcome)
  return redirect(`${pathTo('admin', language)}?done=${outcome}`)
}

/** What each button does. */
export const intents = {
  checked: (asked) => verify(asked, 'checked'),
  refused: (asked) => verify(asked, 'refused'),
} satisfies Parameters<typeof orgAction>[0]

export const adminAction = orgAction(intents)
