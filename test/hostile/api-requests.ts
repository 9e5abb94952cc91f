/** Bad requests to the API, made from the description that the API gives of itself: every endpoint, parameter and body takes part. */
import type { Dice } from '../../benchmarks/dice.ts'
import { nastyHeaders } from './header-values.ts'
import type { HostileRequest, MakeRequest } from './hostile-case.ts'
import { spoiledBody } from './json-bodies.ts'
import type { Json } from './mutate-json.ts'
import { nastyText } from './nasty-texts.ts'
import { nastySegment, queryPart } from './url-parts.ts'

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required?: boolean
  readonly example?: unknown
  readonly schema?: { readonly examples?: readonly unknown[]; readonly enum?: readonly string[]; readonly type?: string }
}

interface Operation {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly example?: Json
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationShape>>>>
}

interface OperationShape {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly schema?: { readonly examples?: readonly Json[] }; readonly example?: Json }>
    >
  }
}

/** A maker of bad requests to everything that the OpenAPI document names. */
export function apiRequests(description: unknown): MakeRequest {
  const operations = operationsOf(description as Description)
  return (dice) => {
    const operation = dice.pick(operations)
    const request =
      operation.example === undefined || dice.chance(0.1) ? spoiledAddress(dice, operation) : withBody(dice, operation)
    const headers = dice.chance(0.15) ? { ...request.headers, ...nastyHeaders(dice) } : request.headers
    return headers ? { ...request, headers } : request
  }
}

function operationsOf({ paths }: Description): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => {
      const body = requestBody?.content['application/json']
      const example = body?.schema?.examples?.[0] ?? body?.example
      return {
        method: method.toUpperCase() as 'GET' | 'POST',
        path,
        parameters,
        ...(example === undefined ? {} : { example }),
      }
    }),
  )
}

function spoiledAddress(dice: Dice, { method, path, parameters }: Operation): HostileRequest {
  const inPath = parameters.filter((one) => one.in === 'path')
  const spoilPath = inPath.length > 0 && dice.chance(0.6)
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = inPath.find((one) => one.name === name)
    return spoilPath ? nastySegment(dice) : encodeURIComponent(exampleOf(parameter) ?? 'x')
  })
  const parts = parameters.filter((one) => one.in === 'query').flatMap((one) => queryOf(dice, one))
  if (dice.chance(0.2))
    parts.push(queryPart(dice, dice.pick(['__proto__', 'constructor', 'unknown', 'limit[]', 'a[b][c]', nastyText(dice)])))
  const query = parts.length > 0 ? `?${parts.join('&')}` : ''
  const other = dice.chance(0.1) ? dice.pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'POST'] as const) : method
  return { method: other, url: filled + query }
}

function queryOf(dice: Dice, parameter: Parameter): string[] {
  const given = exampleOf(parameter)
  if (dice.chance(parameter.required ? 0.2 : 0.6))
    return given === undefined ? [] : [`${parameter.name}=${encodeURIComponent(given)}`]
  const times = dice.chance(0.1) ? dice.pick([2, 60]) : 1
  return Array.from({ length: times }, () => queryPart(dice, parameter.name))
}

function withBody(dice: Dice, { method, path, example }: Operation): HostileRequest {
  return { method, url: path, ...spoiledBody(dice, example as Json) }
}

function exampleOf(parameter: Parameter | undefined): string | undefined {
  const value = parameter?.example ?? parameter?.schema?.examples?.[0] ?? parameter?.schema?.enum?.[0]
  return value === undefined ? undefined : String(value)
}
