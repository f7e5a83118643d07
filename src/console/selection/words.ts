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
  plan: { suspend: 'Suspend…', resign: 'Resign…', delete: 'Delete…' },
  planning: 'Preparing…',
  notPlanned: 'The batch was not made.',
  title: (count: number) =>
    plural(count, { one: '1 selected user', other: `${figure(count)} selected users` }),
  select: (name: string) => `Select ${name}`,
  selectPage: 'Select everybody on this page',
  add: 'Add to batch',
  added: (name: string, count: number) =>
    `${name} is selected for a batch. ${figure(count)} selected.`,
  isIn: 'In the selection',
  isInWhy: (count: number) => `Selected for a batch already. ${figure(count)} selected.`,
  takeOut: 'Take out',
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
  plan: { suspend: '停用…', resign: '办理离职…', delete: '彻底删除…' },
  planning: '正在准备…',
  notPlanned: '批次未能创建。',
  title: (count) => `已选 ${figure(count)} 位用户`,
  select: (name) => `选择${name}`,
  selectPage: '选择本页全部用户',
  add: '加入批次',
  added: (name, count) => `已为批次选中${name}。已选 ${figure(count)} 位用户。`,
  isIn: '已在所选用户中',
  isInWhy: (count) => `已为批次选中。已选 ${figure(count)} 位用户。`,
  takeOut: '移出',
}

/** What is said about the people somebody has ticked. */
export const selectionWords: InBoth<typeof en> = { en, zh }
