import { redirect } from 'react-router'
import type { OrganisationKind } from '../../modules/permissions/index.ts'
import { pathTo } from '../paths.ts'
import { orgAction, textOf } from './org-action.ts'
import { readFields } from './read-fields.ts'

/** What each button does. */
export const intents = {
  async create({ site, actor, form, language }) {
    const kind = textOf(form, 'kind') as OrganisationKind
    const id = await site.modules.organisations.create(actor, { ...readFields(form), kind })
    return redirect(pathTo('orgDetails', language, { organisation: id }))
  },
} satisfies Parameters<typeof orgAction>[0]

export const organisationsAction = orgAction(intents)
