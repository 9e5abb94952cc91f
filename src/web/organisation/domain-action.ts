import { redirect } from 'react-router'
import { pathTo } from '../paths.ts'
import { orgAction, textOf } from './org-action.ts'

/** What the button does. */
export const intents = {
  async confirm({ site, actor, form, language }) {
    const organisation = await site.modules.organisations.confirmDomain(actor, textOf(form, 'code'))
    return redirect(pathTo('orgDetails', language, { organisation }))
  },
} satisfies Parameters<typeof orgAction>[0]

export const domainAction = orgAction(intents)
