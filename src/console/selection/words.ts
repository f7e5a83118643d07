import type { InBoth } from '#console/words/language.tsx'
import { figure, plural } from '#console/words/plural.ts'

const en = {
  bar: 'Selection',
  selected: (count: number, elsewhere: number) =>
    elsewhere === 0
      ? `${figure(count)} selected`
      : `${figure(count)} selected, ${figure(elsewhere)} not on this page`,
  show: 'Show',
  hide: 'Back to the directory',
  clear: 'Clear',
  delete: 'Delete…',
  planning: 'Preparing…',
  notPlanned: 'The batch was not made.',
  title: (count: number) =>
    plural(count, { one: '1 selected user', other: `${figure(count)} selected users` }),
  select: (name: string) => `Select ${name}`,
  selectPage: 'Select everybody on this page',
}

const zh: typeof en = {
  bar: '已选用户',
  selected: (count, elsewhere) =>
    elsewhere === 0
      ? `已选 ${figure(count)} 位用户`
      : `已选 ${figure(count)} 位用户，其中 ${figure(elsewhere)} 位不在本页`,
  show: '查看',
  hide: '返回用户目录',
  clear: '清除',
  delete: '彻底删除…',
  planning: '正在准备…',
  notPlanned: '批次未能创建。',
  title: (count) => `已选 ${figure(count)} 位用户`,
  select: (name) => `选择${name}`,
  selectPage: '选择本页全部用户',
}

/** What is said about the people somebody has ticked. */
export const selectionWords: InBoth<typeof en> = { en, zh }
