import sax from 'sax'

/** Elements of PositionOpeningNL that say whom to call or mail. */
const contacts: ReadonlySet<string> = new Set([
  'ContactPersons',
  'ContactPerson',
  'ContactInfo',
  'ContactInformation',
  'ContactName',
  'ContactPointName',
  'ContactMethod',
  'InternetEmailAddress',
  'Telephone',
  'Mobile',
  'Fax',
])

/** An opening, as XML, without whom to call or mail: those elements are cut out, and every other character stays as it came. */
export function openingWithoutContacts(xml: string): string {
  const parser = sax.parser(true, { position: true, strictEntities: true } as sax.SAXOptions)
  const cuts: { readonly from: number; readonly to: number }[] = []
  let depth = 0
  let open: { readonly from: number; readonly depth: number } | undefined
  parser.onopentag = ({ name }) => {
    depth++
    if (!open && contacts.has(name.slice(name.indexOf(':') + 1))) open = { from: parser.startTagPosition - 1, depth }
  }
  parser.onclosetag = () => {
    if (open?.depth === depth) {
      cuts.push({ from: open.from, to: parser.position })
      open = undefined
    }
    depth--
  }
  // Whether it is well-formed is for its reader to say.
  parser.onerror = () => {
    parser.error = null as never
  }
  parser.write(xml).close()
  let kept = ''
  let at = 0
  for (const { from, to } of cuts) {
    kept += xml.slice(at, from)
    at = to
  }
  return kept + xml.slice(at)
}
