import { OpenAPIHono } from '@hono/zod-openapi'
import { routeOf } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'

/** The OpenAPI document of every operation, as JSON text, made from the declarations. */
export function openApiDocument(): string {
  const paper = new OpenAPIHono()
  for (const declared of Object.values(operations)) {
    paper.openAPIRegistry.registerPath(routeOf(declared))
  }
  const document = paper.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Leaver Desk',
      version: '1',
      description:
        'What the console asks of its proxy. Every call but `whoAmI` needs a session; `x-needs` names the role.',
    },
  })
  return JSON.stringify(document)
}
