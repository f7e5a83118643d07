import {
  checkAct,
  deleteSyncRelation,
  deleteUser,
  endSessions,
  reactivateUser,
  resignUser,
  suspendUser,
  unlinkIdentity,
} from './acts.ts'
import { approvalHandlers } from './approval.ts'
import { batchHandlers } from './batch.ts'
import { exportBatch } from './batch-export.ts'
import { listUsers } from './directory.ts'
import { draftHandlers } from './draft.ts'
import { admitList, listHandlers } from './draft-lists.ts'
import { rowHandlers } from './draft-rows.ts'
import { followUp } from './follow-up.ts'
import type { Admissions, Handlers } from './handler.ts'
import { getUserRecord } from './history.ts'
import { knownNames } from './known-names.ts'
import { lookUpUser } from './look-up.ts'
import { ownSessions } from './own-sessions.ts'
import { stopHandlers } from './stop-everything.ts'
import { getUser } from './user.ts'
import type { World } from './world.ts'

/** Every operation but the one that says who is asking. */
export function handlers(world: World): Omit<Handlers, 'whoAmI'> {
  const names = knownNames(world)
  return {
    lookUpUser: lookUpUser(world, names),
    listUsers: listUsers(world, names),
    getUser: getUser(world, names),
    getUserRecord: getUserRecord(world),
    unlinkIdentity: unlinkIdentity(world, names),
    deleteSyncRelation: deleteSyncRelation(world),
    suspendUser: suspendUser(world),
    reactivateUser: reactivateUser(world),
    endSessions: endSessions(world),
    resignUser: resignUser(world),
    deleteUser: deleteUser(world),
    checkAct: checkAct(world),
    ...draftHandlers(world),
    ...listHandlers(world),
    ...rowHandlers(world),
    ...batchHandlers(world),
    ...approvalHandlers(world),
    followUp: followUp(world),
    exportBatch: exportBatch(world),
    ...ownSessions(world),
    ...stopHandlers(world),
  }
}

/** What is looked at before the first byte of a file is read. */
export function admissions(world: World): Admissions {
  return { addList: admitList(world) }
}
