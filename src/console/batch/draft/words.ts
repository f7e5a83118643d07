import type { InBoth } from '#console/words/language.tsx'
import { figure, plural } from '#console/words/plural.ts'

const rows = (count: number) => plural(count, { one: '1 row', other: `${figure(count)} rows` })

const en = {
  newBatch: 'New batch',
  discard: 'Discard draft',
  notYours: (who: string) =>
    `This draft belongs to ${who}. You can read it; deciding, confirming, starting and discarding are theirs.`,
  narrow:
    'On a narrow screen a batch can be read, paused and stopped. Prepare and start it on a wider one.',
  list: 'List',
  check: 'Check',
  confirm: 'Confirm',
  done: 'done',
  opens: 'Opens when every row has a verdict.',
  title: 'Title',
  discardQuestion: 'Discard this draft?',
  discardAbout: (count: number) => `The list of ${rows(count)} and its check go. Nothing was sent.`,
  discarding: 'Discarding…',
  discarded: 'This draft was discarded. Nothing was sent.',
  discardedWhy: 'A new batch begins with a list or a selection.',
}

const zh: typeof en = {
  newBatch: '新批次',
  discard: '放弃草稿',
  notYours: (who) => `此草稿属于 ${who}。您可以阅读；决定、确认、开始和放弃由其本人进行。`,
  narrow: '窄屏上只能阅读、暂停和停止批次。请在更宽的屏幕上准备并开始。',
  list: '名单',
  check: '检查',
  confirm: '确认',
  done: '完成',
  opens: '每一行都有结论后开放。',
  title: '标题',
  discardQuestion: '放弃此草稿？',
  discardAbout: (count) => `含 ${figure(count)} 行的名单及其检查将被放弃。没有发送过任何操作。`,
  discarding: '正在放弃…',
  discarded: '此草稿已放弃，没有发送过任何操作。',
  discardedWhy: '新的批次从名单或选择开始。',
}

/** What is said around the blocks from the list of a batch to its start. */
export const draftWords: InBoth<typeof en> = { en, zh }
