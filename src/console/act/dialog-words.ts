import type { InBoth } from '#console/words/language.tsx'
import { figure, plural } from '#console/words/plural.ts'

/** On how many people one person may act alone, within so many minutes. */
type Allowance = { limit: number; windowMinutes: number }

const people = (count: number) =>
  plural(count, { one: '1 person', other: `${figure(count)} people` })
const minutes = (count: number) =>
  plural(count, { one: '1 minute', other: `${figure(count)} minutes` })

const en = {
  otherNow: 'This user has changed since you typed. Read again, and type the words anew.',
  enough: 'You have acted on as many people lately as one person may.',
  allowance: ({ limit, windowMinutes }: Allowance) =>
    `Alone, one person may act on ${people(limit)} within ${minutes(windowMinutes)}.`,
  batchInstead:
    'More needs a second person, and nothing was sent. A batch with this user alone can be approved by somebody else.',
  batchOnWider:
    'More needs a second person, and nothing was sent. On a wider screen, a batch with this user alone can be approved by somebody else.',
  later: 'More needs a second person, and nothing was sent. Ask somebody else to do this one.',
  needsSecond: 'Needs a second person.',
  makeBatch: 'Make a batch of it',
  planning: 'Preparing…',
  notPlanned: 'The batch was not made.',
}

const zh: typeof en = {
  otherNow: '自您输入以来，该用户已发生变化。请重新查看，并再次输入。',
  enough: '您近期操作的人数已达单人上限。',
  allowance: ({ limit, windowMinutes }) =>
    `在 ${figure(windowMinutes)} 分钟内，单人最多可独自操作 ${figure(limit)} 人。`,
  batchInstead: '继续操作需要第二人，未发送任何操作。可以为该用户单独建立一个批次，由他人批准。',
  batchOnWider:
    '继续操作需要第二人，未发送任何操作。请在更宽的屏幕上为该用户单独建立一个批次，由他人批准。',
  later: '继续操作需要第二人，未发送任何操作。请由他人进行此操作。',
  needsSecond: '需要第二人。',
  makeBatch: '改为建立批次',
  planning: '正在准备…',
  notPlanned: '批次未能创建。',
}

/** What the dialogs around an act say beside their question. */
export const actDialogWords: InBoth<typeof en> = { en, zh }
