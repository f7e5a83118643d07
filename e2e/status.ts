import { UpdateUserReqDto } from 'authing-node-sdk/dist/models/UpdateUserReqDto.js'
import type { World } from './world.ts'

/** Gives somebody another status behind the console's back. */
export async function setStatus(
  world: World,
  userId: string,
  status: keyof typeof UpdateUserReqDto.status,
): Promise<void> {
  await world.genauth.updateUser({ userId, status: UpdateUserReqDto.status[status] })
}
