import { textOf } from './org-action.ts'

/** The fields of `OrganisationForm`, as the module takes them: it says what is wrong. */
export function readFields(form: FormData) {
  return {
    name: textOf(form, 'name'),
    registerNumber: textOf(form, 'registerNumber'),
    placeName: textOf(form, 'placeName'),
    website: textOf(form, 'website'),
    about: textOf(form, 'about'),
  }
}
