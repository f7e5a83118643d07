import type { InBoth } from '#console/words/language.tsx'

const en = {
  otherNow: 'This user has changed since you typed. Read again, and type the words anew.',
  enough: 'You have acted on as many people lately as one person may.',
  batchInstead:
    'More needs a second person, and nothing was sent. A batch with this user alone can be approved by somebody else.',
  later: 'More needs a second person, and nothing was sent. Ask somebody else to do this one.',
  needsSecond: 'Needs a second person.',
  makeBatch: 'Make a batch of it',
  planning: 'Preparing…',
  notPlanned: 'The batch was not made.',
}

const zh: typeof en = {
  otherNow: '自您输入以来，该用户已发生变化。请重新查看，并再次输入。',
  enough: '您近期操作的人数已达单人上限。',
  batchInstead: '继续操作需要第二人，未发送任何操作。可以为该用户单独建立一个批次，由他人批准。',
  later: '继续操作需要第二人，未发送任何操作。请由他人进行此操作。',
  needsSecond: '需要第二人。',
  makeBatch: '改为建立批次',
  planning: '正在准备…',
  notPlanned: '批次未能创建。',
}

/** What the dialogs around an act say beside their question. */
export const actDialogWords: InBoth<typeof en> = { en, zh }
