import { z } from 'zod'
import { Role } from './role.ts'

export const About = z.object({
  /** The chip in the bar. */
  pool: z.object({ name: z.string(), sandbox: z.boolean() }),
  readOnly: z.boolean(),
  batchMax: z.number(),
  /** null: nobody is signed in. */
  person: z
    .object({
      name: z.string(),
      email: z.string().nullable(),
      role: Role.nullable(),
    })
    .nullable(),
})
export type About = z.infer<typeof About>
