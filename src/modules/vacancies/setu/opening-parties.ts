import { all, textAt, type XmlElement } from './xml-element.ts'

/** Where somebody will work. The parties that send the message (recruiter, distributor) are not the employer. */
export function employerOf(opening: XmlElement): string | undefined {
  const named = textAt(opening, 'PositionProfileNL/Organization/OrganizationName')
  if (named !== undefined) return named
  const owner = all(opening, 'PositionSupplierNL').find((supplier) => textAt(supplier, 'Role') === 'owner')
  return textAt(owner, 'EntityName')
}
