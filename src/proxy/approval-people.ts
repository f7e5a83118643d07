import { mayDo, Role } from '#contract/role.ts'
import type { BatchRecord } from '#store/batch-records.ts'
import type { Person } from '#store/records.ts'
import type { World } from './world.ts'

type Made = Pick<BatchRecord, 'createdBy' | 'parentId'>

/** Whether somebody is, under any account, who made or edited this list or one that it was carried on from. */
export async function isOwnList(world: World, batch: Made, personId: string): Promise<boolean> {
  const accounts = await world.store.people.same(personId)
  return (await makersOf(world, batch)).some((maker) => accounts.includes(maker))
}

/** Only its maker edits a list, so that makers are all there is. */
async function makersOf(world: World, batch: Made): Promise<string[]> {
  const makers = [batch.createdBy]
  let { parentId } = batch
  while (parentId !== null) {
    const parent = await world.store.batches.find(parentId)
    if (!parent) break
    makers.push(parent.createdBy)
    parentId = parent.parentId
  }
  return makers
}

/** The person, if they may approve now: their role is read anew each time somebody relies on it. */
export async function approverNamed(world: World, personId: string): Promise<Person | null> {
  const person = await world.store.people.byId(personId)
  if (!person || person.revoked) return null
  return mayDo(Role.nullable().catch(null).parse(person.role), 'approver') ? person : null
}
