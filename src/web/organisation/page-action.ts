import { redirect } from 'react-router'
import { pathTo } from '../paths.ts'
import { orgAction, textOf } from './org-action.ts'

/** What each button does. */
export const intents = {
  async proposeTie({ site, actor, form, language, id }) {
    const at = pathTo('orgDetails', language, { organisation: id })
    const parent = textOf(form, 'parent')
    await site.modules.organisations.proposeTie(actor, parent, id, { language, at })
    return redirect(`${pathTo('orgDetails', language, { organisation: parent })}#ties`)
  },
} satisfies Parameters<typeof orgAction>[0]

export const organisationAction = orgAction(intents)
