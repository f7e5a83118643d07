import type { InBoth } from '#console/words/language.tsx'
import { figure, plural } from '#console/words/plural.ts'

const en = {
  directory: 'Directory',
  byName: 'Users by name',
  users: (count: number) => plural(count, { one: '1 user', other: `${figure(count)} users` }),
  status: 'Status',
  any: 'Any',
  sort: 'Sort',
  notLoaded: 'The directory did not load.',
  notRefreshed: 'The directory could not be read again. What is shown may be old.',
  empty: 'No user is in this list.',
  emptyWhy: 'Choose another status, or look somebody up above.',
  range: (from: number, to: number, total: number) =>
    `${figure(from)}–${figure(to)} of ${figure(total)}`,
  pages: 'Pages',
  page: (page: number, pages: number) => `Page ${figure(page)} of ${figure(pages)}`,
  previous: 'Previous page',
  next: 'Next page',
  viewer: 'Your role is Viewer: it finds and reads. Selecting and acting needs the role Operator.',
}

const zh: typeof en = {
  directory: '用户目录',
  byName: '按姓名找到的用户',
  users: (count) => `共 ${figure(count)} 位用户`,
  status: '状态',
  any: '全部',
  sort: '排序',
  notLoaded: '用户目录未能加载。',
  notRefreshed: '未能重新读取用户目录，所显示的内容可能已过时。',
  empty: '此列表中没有用户。',
  emptyWhy: '请选择其他状态，或在上方查找。',
  range: (from, to, total) => `第 ${figure(from)}–${figure(to)} 位，共 ${figure(total)} 位`,
  pages: '分页',
  page: (page, pages) => `第 ${figure(page)} 页，共 ${figure(pages)} 页`,
  previous: '上一页',
  next: '下一页',
  viewer: '您的角色是查看者，可以查找和阅读。选择和操作需要操作员角色。',
}

/** What is said around the directory. */
export const directoryWords: InBoth<typeof en> = { en, zh }
